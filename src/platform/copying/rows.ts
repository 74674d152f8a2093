import { once } from 'node:events'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'

/** A field as it is copied: text, a number, nothing, or a list of whole numbers. */
export type Field = string | number | boolean | null | readonly number[]

/** Into which columns of which table. */
export interface CopiedTable {
  readonly table: string
  readonly columns: readonly string[]
}

const chunk = 256 * 1024

/** Rows on their way into a table by COPY, on a connection of their own; memory stays flat however many they are. */
export class Copying {
  readonly #client: pg.Client
  readonly #into: CopyStreamQuery
  #waiting = ''

  private constructor(client: pg.Client, { table, columns }: CopiedTable) {
    this.#client = client
    this.#into = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  }

  /** Opens the way into a table of the database at this address. */
  static async open(url: string, into: CopiedTable): Promise<Copying> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('set synchronous_commit = off')
    return new Copying(client, into)
  }

  /** Adds a row. @returns what to wait for before the next one; undefined where there is room */
  add(row: readonly Field[]): Promise<unknown> | undefined {
    this.#waiting += lineOfRow(row)
    return this.#waiting.length < chunk ? undefined : this.#flush()
  }

  #flush(): Promise<unknown> | undefined {
    const room = this.#into.write(this.#waiting)
    this.#waiting = ''
    return room ? undefined : once(this.#into, 'drain')
  }

  /** Ends it: the rows stand in the table, or an error is thrown and none does. */
  async end(): Promise<void> {
    await this.#flush()
    this.#into.end()
    await once(this.#into, 'finish')
    await this.#client.end()
  }

  /** Gives it up: no row stands in the table. */
  async giveUp(): Promise<void> {
    this.#into.destroy()
    await this.#client.end().catch(() => {})
  }
}

/** A row as a line of COPY's text form. */
export function lineOfRow(row: readonly Field[]): string {
  let line = ''
  for (const field of row) line += line === '' ? written(field) : `\t${written(field)}`
  return `${line}\n`
}

const signs: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\' }
const special = /[\\\n\t\r]/

function written(field: Field): string {
  if (field === null) return '\\N'
  if (typeof field === 'string') {
    return special.test(field) ? field.replace(/[\\\n\t\r]/g, sign => signs[sign] ?? sign) : field
  }
  return typeof field === 'object' ? `{${field.join(',')}}` : String(field)
}
