import pg from 'pg'
import type { Facet } from '../../src/disclosure/store/search/row.ts'
import { addAgency, theSystem } from '../../src/office/agencies.ts'
import type { Work } from '../../src/platform/work.ts'
import { copyRows, type Field } from './copying.ts'
import { agencies, type Built, itemsOf, type Size } from './items.ts'

const chunk = 1000
const standing = [
  ...(['item', 'agency', 'index_number', 'form', 'duty', 'theme', 'genre', 'title', 'series'] as const),
  ...(['document_number', 'document_key', 'made_on', 'draft', 'shelf', 'version', 'edition'] as const),
  ...(['first_published_on', 'published_on', 'published_at', 'validity', 'row_count', 'moved_at'] as const),
]

/** What is not measured is hurried: the building of the data. */
const hurried = [
  ...[
    "alter system set max_wal_size = '12GB'",
    'alter system set autovacuum = off',
    'select pg_reload_conf()',
  ],
  ...['set synchronous_commit = off', 'alter table disclosure_editions alter content set storage external'],
  'alter table disclosure_shelf set (parallel_workers = 2)',
]

interface Table {
  readonly table: string
  readonly columns: readonly string[]
  row(built: Built): Field[]
}

/** Builds the items by COPY: history, edition, standing, and what the search keeps; the indexes of words come last. */
export async function build(work: Work, url: string, size: Size): Promise<void> {
  for (const [at, code] of agencies.entries()) {
    const agency = { code, name: `演示测速局${at}`, shortName: `测速${at}` }
    await addAgency(work, { ...agency, kind: 'department', parent: null }, theSystem)
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const each of hurried) await client.query(each)
  const indexes = await withoutWordIndexes(client)
  const tables = tablesWith(new Facets(client))
  let waiting: Built[] = []
  const flush = async () => {
    for (const facet of waiting) await tables.facets.number(facet.row.facet)
    for (const table of tables.all) await copyRows(client, table, waiting.map(table.row))
    waiting = []
  }
  for (const built of itemsOf(size)) {
    waiting.push(built)
    if (waiting.length === chunk) await flush()
  }
  await flush()
  await client.query("select setval(pg_get_serial_sequence('disclosure_shelf', 'place'), $1)", [size.items])
  await client.query("set maintenance_work_mem = '4GB'")
  for (const index of indexes) await client.query(index)
  await client.query('alter table disclosure_shelf reset (parallel_workers)')
  await client.query('vacuum analyze')
  await client.end()
}

/** Takes the indexes of words away. @returns how to make them again */
async function withoutWordIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('disclosure_shelf', 'disclosure_shelf_titles') and indexdef like '%gin%'`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** The numbers of what narrows a search. */
class Facets {
  readonly #client: pg.Client
  readonly #known = new Map<string, number>()

  constructor(client: pg.Client) {
    this.#client = client
  }

  async number({ agency, form, duty, year, validity }: Facet): Promise<number> {
    const name = [agency, form, duty, year, validity].join()
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const { rows } = await this.#client.query<{ id: number }>(
      'insert into disclosure_facets (agency, form, duty, year, validity) values ($1, $2, $3, $4, $5) returning id',
      [agency, form, duty, year, validity],
    )
    const id = rows[0]?.id ?? 0
    this.#known.set(name, id)
    return id
  }

  known({ agency, form, duty, year, validity }: Facet): number {
    return this.#known.get([agency, form, duty, year, validity].join()) ?? 0
  }
}

function tablesWith(facets: Facets): { readonly all: readonly Table[]; readonly facets: Facets } {
  return { facets, all: [...itemTables, ...searchTables(facets)] }
}

const moment = (on: string) => `${on}T02:00:00Z`

const itemTables: readonly Table[] = [
  {
    ...{ table: 'disclosure_items', columns: ['id', 'agency', 'index_number', 'started_on'] },
    row: ({ item, on }) => [item.id, item.agency, item.indexNumber, on],
  },
  {
    table: 'disclosure_editions',
    columns: [
      'item',
      'number',
      'content',
      'sha256',
      'reason',
      'published_at',
      'published_on',
      'by',
      'by_name',
    ],
    row: ({ item, content, on }) => [
      ...[item.id, 1, JSON.stringify(content), item.id, '', moment(on), on, 'bench', '演测速'],
    ],
  },
  {
    ...{
      table: 'disclosure_events',
      columns: ['item', 'number', 'kind', 'on_day', 'at', 'by', 'by_name', 'told'],
    },
    row: ({ item, on }) => {
      const told = { kind: 'imported', sha256: item.id, publishedOn: on, from: '演示' }
      return [item.id, 1, 'imported', on, moment(on), 'bench', '演测速', JSON.stringify(told)]
    },
  },
  {
    ...{ table: 'disclosure_standings', columns: standing },
    row: ({ item, content, row, on }) => [
      ...[item.id, item.agency, item.indexNumber, content.form, content.duty, content.theme, content.genre],
      ...[content.title, '', content.documentNumber, row.key, on, 'none', 'public', 1, 1],
      ...[on, on, moment(on), row.facet.validity, 0, moment(on)],
    ],
  },
]

function searchTables(facets: Facets): readonly Table[] {
  return [
    {
      table: 'disclosure_shelf',
      columns: ['place', 'item', 'facet', 'in_force', 'published_on', 'text', 'words'],
      row: ({ place, item, row, body, on }) => [
        ...[place, item.id, facets.known(row.facet), row.inForce, on, row.text + body.text],
        `{${row.words.join(',')},${body.words}}`,
      ],
    },
    {
      table: 'disclosure_shelf_titles',
      columns: ['place', 'title', 'plain', 'document_key', 'in_force', 'published_on', 'words'],
      row: ({ place, row, on }) => [place, row.title, row.plain, row.key, row.inForce, on, row.titleWords],
    },
  ]
}
