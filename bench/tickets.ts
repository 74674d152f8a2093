import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { bringUp } from '../src/app/platform-up.ts'
import { rowsOfFile } from '../src/disclosure/read/sheet/rows.ts'
import { importTickets } from '../src/hotline/act/doors/importing.ts'
import { chance } from '../src/hotline/chance.ts'
import { addAgency, theSystem } from '../src/office/agencies.ts'
import { momentToday } from '../src/platform/clock.ts'
import { demands } from './hotline/demands.ts'

const count = Number(process.env.GONGKAI_BENCH_TICKETS ?? 422_000)
const headings = ['编号', '受理时间', '来源', '诉求类型', '标题', '诉求内容', '来电人', '联系电话']
const ofUnits = ['承办单位', '派单时间', '反馈时间', '答复内容', '办理结果', '结果满意度', '办结时间']
const units = ['住建', '城管', '水务', '交通', '教育', '人社', '卫健', '公安']

/**
 * A year of an older system's tickets: their import, and plain COPY of the rows that it leaves into tables with the same
 * keys and indexes. The COPY of the file into one table without an index stands beside it.
 */
export async function run(): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-tickets-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    const file = join(dataDir, 'tickets.csv')
    writeTickets(file)
    for (const [code, name] of [
      ['hotline', '热线中心'],
      ...units.map((name, at) => [`unit-${at}`, name]),
    ] as const)
      await addAgency(
        up.work,
        { code, name: `云川市${name}局`, shortName: name, kind: 'department', parent: null },
        theSystem,
      )
    const url = readFileSync(join(dataDir, 'database-url'), 'utf8')
    const ofFile = await copyOfFile(url, file)
    const started = performance.now()
    const doing = { by: theSystem, moment: momentToday(), secrets: up.secrets, url }
    const asked = { agency: 'hotline', file: 'tickets.csv', rows: rowsOfFile(file, 4e9), keep: true }
    const done = await importTickets(up.work, asked, doing)
    const importing = performance.now() - started
    if ('message' in done) throw new Error(done.message)
    const plain = await copyOfRows(url, dataDir)
    const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
    console.table([
      { what: 'file', figure: `${(statSync(file).size / 1e6).toFixed(0)} MB, ${count} rows`, ratio: '' },
      { what: 'COPY of the file into one table, no index', figure: seconds(ofFile), ratio: '' },
      { what: 'plain COPY of the rows kept, same indexes', figure: seconds(plain), ratio: '' },
      {
        what: `import, ${done.tickets} tickets, ${done.faulty} faulty`,
        figure: seconds(importing),
        ratio: `${(importing / plain).toFixed(1)} of 3 times`,
      },
    ])
  } finally {
    await up.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.exit(0)
}

async function copyOfFile(url: string, file: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const columns = [...headings, ...ofUnits].map((_, at) => `c${at} text`)
    await client.query(`create table plain (${columns.join(', ')})`)
    const started = performance.now()
    await pipeline(
      createReadStream(file),
      client.query(copyFrom('copy plain from stdin (format csv, header)')),
    )
    const taken = performance.now() - started
    await client.query('drop table plain')
    return taken
  } finally {
    await client.end()
  }
}

const kept = ['demands', 'callers', 'events', 'standings', 'words', 'facts', 'sums']

/** The rows of every table that an import fills, out of the database and plainly into tables like theirs. */
async function copyOfRows(url: string, dataDir: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  let taken = 0
  try {
    for (const table of kept) {
      const rows = join(dataDir, 'rows')
      await pipeline(client.query(copyTo(`copy hotline_${table} to stdout`)), createWriteStream(rows))
      await client.query(`create table plain_${table} (like hotline_${table} including all)`)
      const started = performance.now()
      await pipeline(createReadStream(rows), client.query(copyFrom(`copy plain_${table} from stdin`)))
      taken += performance.now() - started
      await client.query(`drop table plain_${table}`)
    }
    return taken
  } finally {
    await client.end()
  }
}

/** One in four goes to a unit; the rest was answered at once, as the model bureau's year tells. */
function writeTickets(file: string): void {
  const draw = chance(5)
  const texts = demands(4000)
  const lines = [[...headings, ...ofUnits].join(',')]
  for (let at = 0; at < count; at++) {
    const text = texts[at % texts.length]
    const minute = Math.floor((at / count) * 525_600)
    const when = (days: number) =>
      new Date(Date.parse('2024-01-02T08:00:00Z') + minute * 60_000 + days * 86_400_000)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' ')
    const dispatched = draw() < 0.26
    const cells = [
      `G${at}`,
      when(0),
      draw() < 0.8 ? '电话' : '网站',
      '求助',
      text?.subject,
      text?.body,
      `演${at % 997}`,
      `000${10_000_000 + (at % 300_000)}`,
    ]
    const said = dispatched
      ? [
          units[at % units.length],
          when(0.01),
          when(2),
          '已经办理，情况属实，已整改到位。',
          '已解决',
          draw() < 0.9 ? '满意' : '不满意',
          when(3),
        ]
      : ['', '', '', '已在电话中答复来电人。', '', '', when(0.005)]
    lines.push([...cells, ...said].map(cell => `"${(cell ?? '').replaceAll('"', '""')}"`).join(','))
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}
