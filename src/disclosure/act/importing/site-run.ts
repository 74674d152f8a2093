import { setImmediate } from 'node:timers/promises'
import type { Actor, Agency } from '../../../office/roles.ts'
import { instantOf, now } from '../../../platform/clock.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { rootOf } from '../../importing/address.ts'
import type { SiteFault } from '../../importing/fault.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import { mostSamples, type SiteCounts, type SiteSample } from '../../importing/view.ts'
import { blankContent, type ItemContent } from '../../item.ts'
import type { SiteFiles } from '../../read/site/files.ts'
import { pagesOf } from '../../read/site/pages.ts'
import { keptAlready, lockSource } from '../../store/importing/taken.ts'
import { Judge } from './judging.ts'
import { type ItemToKeep, keepImported } from './keeping.ts'
import { type PageIn, pageIn } from './page-in.ts'
import { withFiles } from './site-files.ts'
import { Tally } from './tally.ts'

/** An older site that is moved in: its files, whose it is, how its pages are read, by whom. */
export interface SiteAsked {
  readonly files: SiteFiles
  readonly agency: string
  /** The name under which the older site is known: with the address of a page it tells what was kept already. */
  readonly source: string
  readonly mapping: SiteMapping
  readonly by: Actor
  readonly today: Day
  readonly tree: readonly Agency[]
  /** The agencies whose pages may come in. */
  readonly mayBe: ReadonlySet<string>
}

/** What is told while a run goes on. */
export interface Telling {
  readonly fault: (fault: SiteFault) => void
  /** After each batch. */
  readonly progress: (counts: SiteCounts) => Promise<void> | void
}

/** What a run found, or kept. */
export interface SiteRun extends SiteCounts {
  readonly samples: readonly SiteSample[]
}

const mostCharacters = 20_000_000

/**
 * Walks an older site from its first page to its last. A dry run keeps nothing; the real one keeps what nothing hinders, in
 * batches that stand or fall whole, and what an earlier run kept is passed over, so that a broken run goes on where it ended.
 * @throws HurtFile where there is no page at all, or the mapping names agencies that are none
 */
export async function runSite(
  work: Work,
  asked: SiteAsked,
  {
    keep,
    telling,
    atOnce = 200,
  }: { readonly keep: boolean; readonly telling: Telling; readonly atOnce?: number },
): Promise<SiteRun> {
  const { files, mapping } = asked
  knownAgencies(asked)
  const place = { root: rootOf(files.names(), mapping), base: mapping.base }
  const tally = new Tally(telling.fault)
  const judge = new Judge(asked.source, mapping)
  const samples: SiteSample[] = []
  let [batch, characters]: [PageIn[], number] = [[], 0]
  const settle = async () => {
    const { fresh, already, faults } = await judge.judged(work, batch)
    tally.judged(fresh, already, faults)
    if (keep) await keepPages(work, asked, fresh)
    for (const each of fresh.slice(0, mostSamples - samples.length)) samples.push(sampleOf(each, asked.tree))
    ;[batch, characters] = [[], 0]
    await telling.progress(tally.counts())
  }
  for await (const named of pagesOf(files, mapping, place)) {
    const outcome = await pageIn(files, named, { ...asked, place })
    tally.read(outcome)
    if (outcome.read !== undefined) {
      batch.push(outcome.read)
      characters += outcome.read.body.html.length
    }
    if (batch.length >= atOnce || characters > mostCharacters || tally.pages % 500 === 0) await settle()
    else if (tally.pages % 20 === 0) await setImmediate()
  }
  await settle()
  if (tally.pages === 0)
    throw new HurtFile(
      '里面没有要读的网页：没有 .html、.htm、.shtml 等文件，清单里也没有页面，或者都被映射的 skip 略过了。请检查选的是不是网站的文件。',
    )
  return { ...tally.counts(), samples }
}

/** A slip in a code would else be found page by page. */
function knownAgencies({ mapping, tree }: SiteAsked): void {
  const wrong = Object.entries(mapping.agencies ?? {}).filter(
    ([, code]) => !tree.some(each => each.code === code),
  )
  if (wrong.length === 0) return
  const named = wrong.map(([name, code]) => `“${name}”对应的“${code}”`).join('、')
  throw new HurtFile(`映射里的机构代码不对：没有${named}这样的机构。请改成平台上的机构代码。`)
}

async function keepPages(work: Work, asked: SiteAsked, pages: readonly PageIn[]): Promise<void> {
  if (pages.length === 0) return
  const { by, today, source } = asked
  await work.transaction(async inner => {
    await lockSource(inner, source)
    const olds = pages.map(({ page }) => page.old)
    const kept = await keptAlready(inner, source, olds)
    const items = pages.filter(({ page }) => !kept.has(page.old)).map(each => itemOf(each, asked))
    await keepImported(inner, { by, today, moment: now(), source }, items)
  })
}

function itemOf(each: PageIn, { files, by, today }: SiteAsked): ItemToKeep {
  const { page } = each
  const { agency, publishedOn, indexNumber, old, ended } = page
  const content = contentOf(each)
  const finish = (work: Work, item: string) =>
    withFiles(work, content, { item, from: files, found: each.files, on: today, byName: by.name })
  return {
    ...{ agency, content, publishedOn, indexNumber, old },
    publishedAt: instantOf(publishedOn, page.time),
    ...(each.files.length === 0 ? {} : { finish }),
    ...(ended === undefined ? {} : { ended }),
  }
}

function contentOf({ page, body }: PageIn): ItemContent {
  const { form, duty, title, theme, genre, documentNumber, madeOn, jointMakers, keywords, summary, own } =
    page
  return {
    ...blankContent(form, duty),
    ...{ title, theme, genre, documentNumber, madeOn, jointMakers, keywords, summary, own, body: body.html },
  }
}

function sampleOf({ path, page, body, files }: PageIn, tree: readonly Agency[]): SiteSample {
  const { title, form, theme, madeOn, publishedOn, old } = page
  return {
    ...{ path, title, form, theme, madeOn, publishedOn, old },
    agency: tree.find(({ code }) => code === page.agency)?.name ?? page.agency,
    ...{ documentNumber: page.documentNumber ?? '', indexNumber: page.indexNumber ?? '' },
    ...{ files: files.filter(({ lies }) => lies !== undefined).length, words: body.words.slice(0, 160) },
  }
}
