import { stripTypeScriptTypes } from 'node:module'

/** The script of a TypeScript source, its types blanked out; of every warning of Node only the one that this is experimental is not told. */
export function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = (...told: unknown[]) => {
    if (!String(told[0]).startsWith('stripTypeScriptTypes')) Reflect.apply(emitWarning, process, told)
  }
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
