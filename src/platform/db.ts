import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './tables.ts'

/** The database, with the tables as they are. */
export type Db = Kysely<DB>

const { builtins } = pg.types
const asText = (value: string) => value
const types = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (type === builtins.DATE) return asText
    if (type === builtins.INT8) return Number
    if (type === builtins.TIMESTAMPTZ) return (value: string) => new Date(value).toISOString()
    return format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type, 'text')
  },
}

/** Opens the database: days come as `YYYY-MM-DD`, moments as ISO text, big integers as numbers. */
export function openDb(url: string, poolSize = 12): Db {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, types })
  // A server that stops while connections idle is told to the next query, not to the process.
  pool.on('error', () => {})
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
