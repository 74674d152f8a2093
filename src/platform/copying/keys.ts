import pg from 'pg'

/** What keeps a table in order, and how it is made again. */
interface Key {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Takes the keys, indexes and references of these tables away while many rows are copied, and makes them again after it,
 * two at a time: each is checked once over all rows instead of once for each row. For empty tables: nobody else may
 * write to them meanwhile. Where the copying fails they are made again too.
 */
export async function withoutKeys<T>(
  url: string,
  tables: readonly string[],
  copy: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const taken = await takenAway(client, tables)
    try {
      return await copy()
    } finally {
      await madeAgain(url, taken)
    }
  } finally {
    await client.end()
  }
}

interface Taken {
  readonly references: readonly Key[]
  readonly keys: readonly Key[]
  readonly indexes: readonly Key[]
}

async function takenAway(client: pg.Client, tables: readonly string[]): Promise<Taken> {
  const constraints = async (condition: string) =>
    (
      await client.query<Key>(
        `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
         from pg_constraint where ${condition} order by conname`,
        [tables],
      )
    ).rows
  const references = await constraints(
    `contype = 'f' and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1))`,
  )
  const keys = await constraints(`contype in ('p', 'u') and conrelid::regclass::text = any($1)`)
  const { rows: indexes } = await client.query<Key>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid::regclass::text = any($1)
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
    [tables],
  )
  await client.query('begin')
  for (const { table, name } of [...references, ...keys]) {
    await client.query(`alter table ${table} drop constraint ${name}`)
  }
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await client.query('commit')
  return { references, keys, indexes }
}

async function madeAgain(url: string, { references, keys, indexes }: Taken): Promise<void> {
  const add = ({ table, name, definition }: Key) =>
    `alter table ${table} add constraint ${name} ${definition}`
  // A key locks its table: those of one table stand in one queue, before its indexes.
  const byTable = Map.groupBy(
    [
      ...keys.map(key => ({ table: key.table, statement: add(key) })),
      ...indexes.map(({ table, definition }) => ({ table, statement: definition })),
    ],
    ({ table }) => table,
  )
  await inTwo(
    url,
    [...byTable.values()].map(all => all.map(({ statement }) => statement)),
  )
  await inTwo(url, [references.map(add)])
  await inTwo(
    url,
    [...byTable.keys()].map(table => [`vacuum analyze ${table}`]),
  )
}

/** Runs these queues of statements on two connections; a queue is run in its order. */
async function inTwo(url: string, queues: readonly (readonly string[])[]): Promise<void> {
  const left = [...queues]
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        await client.query("set maintenance_work_mem = '512MB'")
        await client.query('set synchronous_commit = off')
        for (let queue = left.shift(); queue !== undefined; queue = left.shift()) {
          for (const statement of queue) await client.query(statement)
        }
      } finally {
        await client.end()
      }
    }),
  )
}
