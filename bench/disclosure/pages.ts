import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { listen } from '../../src/app/server.ts'
import { aContent, aPublished } from '../../src/disclosure/act/an-item.ts'
import { caughtUpNow } from '../../src/disclosure/portal/cache/moves.ts'
import type { Work } from '../../src/platform/work.ts'
import { paths } from '../../src/web/paths.ts'
import { line, p95, rate } from '../measure.ts'
import { agencies, lastDay } from './items.ts'

/** An item's page under load, a page of the catalogue, and how many kept pages one publication touches. */
export async function pageLines(work: Work) {
  const site = await listen(work, 0, '127.0.0.1')
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${site.port}${path}`)).text()
  const items = await work.db
    .selectFrom('disclosure_standings')
    .select('item')
    .where('form', '=', 'document')
    .orderBy('published_on', 'desc')
    .limit(500)
    .execute()
  const path = paths.item(items[7]?.item ?? '')
  const page = await read(path)
  const plain = await constantPort(page)
  const [same, ours] = [await rate(plain, '/'), await rate(site.port, path)]
  const catalogue = await p95(60, at => read(catalogueAt(at)))
  const searched = await p95(60, at => read(paths.search({ q: '住房公积金', page: 1 + (at % 20) })))
  const touched = await touchedBy(
    work,
    items.map(({ item }) => item),
    read,
  )
  await site.stop()
  return [
    {
      what: 'constant of the same length, 16 connections',
      figure: `${same.toFixed(0)} a second`,
      ratio: '1',
    },
    {
      what: `item page, ${(page.length / 1024).toFixed(0)} K characters, 16 connections`,
      ...{ figure: `${ours.toFixed(0)} a second`, ratio: `${(ours / same).toFixed(2)}, at least 0.5` },
    },
    line('a page of the catalogue, not kept, p95', catalogue, 20),
    line('a page of the search, whole, p95', searched),
    {
      what: `kept pages that one publication touches, of ${touched.kept}`,
      ...{ figure: String(touched.gone), ratio: `${(touched.gone / 10).toFixed(1)} of 10` },
    },
  ]
}

/** Each page of the catalogue is another one, narrowed twice: none is kept. */
function catalogueAt(at: number): string {
  return paths.catalogue({
    agency: agencies[at % agencies.length],
    year: 2016 + (at % 10),
    page: 1 + (at % 3),
  })
}

function constantPort(page: string): Promise<number> {
  const constant = new Hono().get('/', context => context.html(page))
  return new Promise(resolve => {
    const server = serve({ fetch: constant.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(port),
    )
    process.once('exit', () => server.close())
  })
}

/** Pages of 500 items and the lists that many come to are read; one item is published; what is forgotten counts. */
async function touchedBy(work: Work, items: readonly string[], read: (path: string) => Promise<string>) {
  const lists = [
    ...[paths.disclosure(), paths.catalogue(), paths.documents(), paths.guide(), paths.rules()],
    ...agencies.map(agency => paths.catalogue({ agency })),
    ...(['normativeDocument', 'document', 'news'] as const).map(form => paths.catalogue({ form })),
    ...(['20.1', '20.7', '20.15'] as const).map(duty => paths.catalogue({ duty })),
  ]
  for (const path of [...items.map(paths.item), ...lists]) await read(path)
  const kept = (await caughtUpNow(work)).size
  const content = aContent({ title: '关于测速的通知', documentNumber: null, madeOn: lastDay })
  await aPublished(work, { agency: agencies[0] ?? '', today: lastDay, content })
  return { kept, gone: kept - (await caughtUpNow(work)).size }
}
