import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bringUp } from '../src/app/platform-up.ts'
import { listen } from '../src/app/server.ts'
import { tellDemo } from '../src/demo/tell.ts'
import { rate } from './measure.ts'

/** The report's page at 16 connections against the same server answering a constant of the same length. */
export async function run(): Promise<void> {
  process.env.GONGKAI_RATE = '10000000'
  process.env.GONGKAI_LOG = 'error'
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const began = performance.now()
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  await up.work.transaction(tellDemo)
  const site = await listen(up.work, 0, '127.0.0.1')
  const first = performance.now() - began
  const path = '/annual-reports/yunchuan-housing/2024'
  const page = await (await fetch(`http://127.0.0.1:${site.port}${path}`)).text()
  const constant = new Hono().get('/', context => context.html(page))
  const plain = await new Promise<number>(resolve => {
    const server = serve({ fetch: constant.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(port),
    )
    process.once('exit', () => server.close())
  })
  const ours = await rate(site.port, path)
  const same = await rate(plain, '/')
  console.table([
    { what: 'constant of the same length', figure: `${same.toFixed(0)} a second`, ratio: '1' },
    {
      what: `report page, ${(page.length / 1024).toFixed(0)} K characters`,
      figure: `${ours.toFixed(0)} a second`,
      ratio: (ours / same).toFixed(2),
    },
    {
      what: 'page size',
      figure: `${(Buffer.byteLength(page) / 1024).toFixed(1)} KB`,
      ratio: `${(Buffer.byteLength(page) / 61_440).toFixed(2)} of 60 KB`,
    },
    {
      what: 'first start with the demo',
      figure: `${(first / 1000).toFixed(1)} s`,
      ratio: `${(first / 45_000).toFixed(2)} of 45 s`,
    },
  ])
  await site.stop()
  await up.stop()
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(0)
}
