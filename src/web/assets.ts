import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

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

let stripped: Asset | undefined

/** The portal's script, with its types taken off. */
export function script(): Asset {
  stripped ??= asset(
    ['page', 'ask', 'suggest']
      .map(name => `{${stripTypeScriptTypes(read(`browser/${name}.ts`))}}`)
      .join('\n'),
  )
  return stripped
}
