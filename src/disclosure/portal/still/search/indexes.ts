import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { agencyTree } from '../../../../office/agencies.ts'
import type { Work } from '../../../../platform/work.ts'
import { paths } from '../../../../web/paths.ts'
import { hasRows, type ItemForm, itemForms } from '../../../forms.ts'
import { everyPublicLine, type PublicLine } from '../../../store/rows/public.ts'
import { type Words, wordsOf } from '../../../store/shelf/whole.ts'
import { resultAnchor, resultsOnPage } from '../../results/query.ts'
import type { Places } from '../places.ts'
import { FewAtOnce, Threads } from '../threads.ts'
import type { Indexed } from './index-writer.ts'

interface Where {
  readonly folder: string
  readonly places: Places
}
const block = 500

/** The index of the items that are public, beside the making of the pages. */
export async function indexItems(
  work: Work,
  { folder, places, items }: Where & { readonly items: readonly string[] },
): Promise<void> {
  await indexing(folder, 'search-index', async take => {
    for (let at = 0; at < items.length; at += block) {
      const words = await wordsOf(work, items.slice(at, at + block))
      await take(words.map(each => indexedItem(each, places)))
    }
  })
}

function indexedItem({ item, agencyName, publishedOn, content, fileTexts }: Words, places: Places): Indexed {
  const { title, documentNumber, keywords, summary, body, own, attachments } = content
  const names = attachments.map(({ name }) => name)
  return {
    ...{ title, named: `${title}\n${documentNumber ?? ''}`, body, agencyName, on: publishedOn },
    text: [...keywords, summary, agencyName, ...Object.values(own), ...names, ...fileTexts].join('\n'),
    file: places.fileOf(paths.item(item)) ?? '',
  }
}

/** The index of the results in bulk: each leads to its row on the page of its table. */
export async function indexResults(work: Work, { folder, places }: Where): Promise<void> {
  const names = new Map((await agencyTree(work)).map(({ code, name }) => [code, name]))
  await indexing(folder, 'results-index', async take => {
    for (const form of itemForms.filter(hasRows)) {
      let [held, at]: [Indexed[], number] = [[], 0]
      for await (const line of everyPublicLine(work, { form })) {
        const agencyName = names.get(line.agency) ?? line.agency
        held.push({ ...indexedResult(line), agencyName, file: placeOf(places, { form, line, at: at++ }) })
        if (held.length < block) continue
        await take(held)
        held = []
      }
      if (held.length > 0) await take(held)
    }
  })
}

function indexedResult({
  reference,
  party,
  matter,
  decidedOn,
}: PublicLine): Omit<Indexed, 'agencyName' | 'file'> {
  return {
    ...{ title: `${reference}　${party}　${matter}`, on: decidedOn, body: '' },
    ...{ named: reference, text: `${party}\n${matter}` },
  }
}

function placeOf(
  places: Places,
  { form, line, at }: { readonly form: ItemForm; readonly line: PublicLine; readonly at: number },
): string {
  const page = Math.floor(at / resultsOnPage) + 1
  const file = places.fileOf(paths.results(form, page === 1 ? {} : { page })) ?? ''
  return `${file}#${resultAnchor(line)}`
}

/** Writes an index in a thread of its own, block after block: while it takes one in, the next is read. */
async function indexing(
  folder: string,
  name: string,
  give: (take: (block: readonly Indexed[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  const own = join(folder, name)
  await mkdir(own)
  const script = new URL('./index-worker.ts', import.meta.url)
  const thread = new Threads<readonly Indexed[] | 'close', void>(script, {
    count: 1,
    data: { folder: own, name },
  })
  const bounded = new FewAtOnce(1)
  try {
    await give(each => bounded.begin(() => thread.do(each)))
    await bounded.begin(() => thread.do('close'))
    await bounded.finish()
  } finally {
    await thread.stop()
  }
}
