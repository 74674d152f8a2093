import { type RawBuilder, sql } from 'kysely'

/** The day that a field of a form's own says; null where it is left empty or says something else. PostgreSQL 16. */
export function dayIn(said: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<
    string | null
  >`case when ${said} ~ '^\\d{4}-\\d{2}-\\d{2}$' and pg_input_is_valid(${said}, 'date')
    then (${said})::date end`
}
