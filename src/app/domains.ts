import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Domain } from '../platform/migrate.ts'

const src = join(import.meta.dirname, '..')

/** Parts of the hotline that keep tables of their own, beside those of its demands. */
const partsOfHotline: readonly string[] = [
  'doors',
  'figures',
  'projects',
  'topics',
  'queue',
  'bulletins',
  'safety',
  'knowledge',
  'categories',
  'papers',
  'published',
  'caller',
  'duties',
  'looks',
  'quality',
  'templates',
  'visits',
  'callback',
]

/** The parts that keep tables, in the order in which they are made. */
export const domains: readonly Domain[] = [
  ...['platform', 'office', 'disclosure', 'foi', 'hotline'].map(name => domain(name, name)),
  ...partsOfHotline.map(part => domain(`hotline/${part}`, `hotline/store/${part}`)),
  ...['annual-report', 'demo'].map(name => domain(name, name)),
]

function domain(name: string, folder: string): Domain {
  return { name, sql: readFileSync(join(src, folder, 'schema.sql'), 'utf8') }
}
