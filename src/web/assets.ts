import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutTypes } from '../platform/text/without-types.ts'

/** A file of the site's own, with the tag by which a browser asks whether it changed. */
export interface Asset {
  readonly text: string
  readonly tag: string
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}

function asset(text: string): Asset {
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

/** The styles of the portal, as one file. */
export const styles = asset(
  ['base', 'lists', 'report', 'letter', 'tools', 'requests', 'shelf', 'print']
    .map(name => read(`styles/${name}.css`))
    .join('\n'),
)

/** The sign of the site. */
export const iconText =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>公开</title><rect width="32" height="32" rx="6" fill="#1f4e8c"/><path d="M9 6h10l5 5v15H9z" fill="#fff"/><path d="M12 14h9M12 18h9M12 22h6" stroke="#1f4e8c" stroke-width="2"/></svg>'

/** The script of a copy of the site that no server stands behind, with its types taken off. */
export function stillScript(): string {
  return `{${withoutTypes(read('browser/still.ts'))}}`
}

let stripped: Asset | undefined

/** The portal's script, with its types taken off. */
export function script(): Asset {
  stripped ??= asset(
    ['page', 'ask', 'suggest'].map(name => `{${withoutTypes(read(`browser/${name}.ts`))}}`).join('\n'),
  )
  return stripped
}
