import type { Work } from '../../../platform/work.ts'
import { documentKey } from '../../document-number.ts'
import { faultsOf, type SiteFault } from '../../importing/fault.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import { documentPlace, keptAlready, type Taken, taken } from '../../store/importing/taken.ts'
import type { PageIn } from './page-in.ts'

/** What came of a batch: what is new, what was kept before, and what stands twice. */
export interface Judged {
  readonly fresh: readonly PageIn[]
  readonly already: number
  readonly faults: readonly SiteFault[]
}

/** Tells what stands twice, in the archive or with what is kept; it remembers no more of a page than its numbers. */
export class Judge {
  readonly #seen = new Map<string, string>()
  readonly #source: string
  readonly #mapping: SiteMapping

  constructor(source: string, mapping: SiteMapping) {
    this.#source = source
    this.#mapping = mapping
  }

  /** Judges the next pages; the first of those that are alike counts. */
  async judged(work: Work, pages: readonly PageIn[]): Promise<Judged> {
    const addresses = pages.map(({ page }) => page.old)
    const kept = await keptAlready(work, this.#source, addresses)
    const known = await taken(work, {
      addresses,
      indexNumbers: pages.flatMap(({ page }) => page.indexNumber ?? []),
      documentKeys: pages.flatMap(({ page }) => keyOf(page) ?? []),
    })
    const [fresh, faults]: [PageIn[], SiteFault[]] = [[], []]
    let already = 0
    for (const each of pages) {
      if (kept.has(each.page.old) && this.#remember(`address ${each.page.old}`, each.path) === undefined) {
        already++
        continue
      }
      const wrong = this.#twice(each, known)
      if (wrong.length === 0) fresh.push(each)
      faults.push(...wrong)
    }
    return { fresh, already, faults }
  }

  #twice(each: PageIn, known: Taken): readonly SiteFault[] {
    const { faults, tell } = faultsOf(each.path)
    const { old, indexNumber, documentNumber, agency, form } = each.page
    const said = (item: string | undefined, page: string | undefined) =>
      page === undefined ? `已公开的 ${item} ` : `本次的“${page}”`
    const asked = (place: string, item: string | undefined) => {
      const page = this.#seen.get(place)
      return page === undefined && item === undefined ? undefined : said(item, page)
    }
    const key = keyOf(each.page)
    const document = key === undefined ? undefined : documentPlace(agency, form, key)
    const byAddress = asked(`address ${old}`, known.addresses.get(old))
    const byIndex = indexNumber && asked(`index ${indexNumber}`, known.indexNumbers.get(indexNumber))
    const byNumber =
      document !== undefined && this.#mapping.sameNumber !== 'keep'
        ? asked(`document ${document}`, known.documents.get(document))
        : undefined
    if (byAddress)
      tell('sameAddress', `与${byAddress}是同一个原地址，只迁入先出现的。`, { field: 'address', value: old })
    if (byIndex)
      tell('sameIndexNumber', `索引号与${byIndex}相同，只迁入先出现的；确是两件的，请改正索引号。`, {
        ...{ field: 'indexNumber', value: indexNumber },
      })
    if (byNumber)
      tell(
        'sameDocumentNumber',
        `发文字号与${byNumber}相同，只迁入先出现的；确是两件的，请在映射中选“同一文号都迁入”。`,
        {
          ...{ field: 'documentNumber', value: documentNumber ?? '' },
        },
      )
    if (faults.length > 0) return faults
    this.#remember(`address ${old}`, each.path)
    if (indexNumber !== null) this.#remember(`index ${indexNumber}`, each.path)
    if (document !== undefined) this.#remember(`document ${document}`, each.path)
    return faults
  }

  /** @returns which page said the same before */
  #remember(place: string, path: string): string | undefined {
    const before = this.#seen.get(place)
    if (before === undefined) this.#seen.set(place, path)
    return before
  }
}

function keyOf({ documentNumber }: PageIn['page']): string | undefined {
  return documentNumber === null ? undefined : (documentKey(documentNumber) ?? undefined)
}
