import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let compiler: NodeCompiler | undefined
let rendered = 0

/** One compiler for the process: it loads the fonts once. */
function theCompiler(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('node-source-han-sans-sc/package.json'))
  const workspace = join(import.meta.dirname, '../..')
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] })
  return compiler
}

/**
 * A PDF set by Typst from a source file below `src`. The source never changes and the words go in as data: the compiler
 * edits a changed source in place and can leave an old character where the new one ends in the same byte, so that 条 was
 * printed for 次 (docs/decisions/0003).
 */
export function typeset(mainFilePath: string, inputs: Readonly<Record<string, object>>): Uint8Array {
  const typst = theCompiler()
  const said = Object.entries(inputs).map(([name, data]) => [name, JSON.stringify(data)])
  const bytes = typst.pdf({ mainFilePath, inputs: Object.fromEntries(said) })
  // The compiler remembers what it set; without this its memory grows with every document.
  if (++rendered % 20 === 0) typst.evictCache(10)
  return bytes
}
