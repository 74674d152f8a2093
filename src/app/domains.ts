import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Domain } from '../platform/migrate.ts'

const src = join(import.meta.dirname, '..')

/** The parts that keep tables, in the order in which they are made. */
export const domains: readonly Domain[] = [
  'platform',
  'office',
  'disclosure',
  'foi',
  'hotline',
  'annual-report',
].map(name => ({
  name,
  sql: readFileSync(join(src, name, 'schema.sql'), 'utf8'),
}))
