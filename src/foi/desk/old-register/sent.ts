import type { Mapping } from '../../old-register/fields.ts'

/** What is asked of the server: the file goes with every question, so that nothing of it is kept before it is imported. */
export interface Sent {
  readonly file: File
  readonly agency: string
  readonly sheet?: string | undefined
  readonly mapping?: Mapping | undefined
}

/** The parts of a question. */
export function formOf({ file, agency, sheet, mapping }: Sent): FormData {
  const form = new FormData()
  form.set('file', file)
  form.set('agency', agency)
  if (sheet !== undefined) form.set('sheet', sheet)
  if (mapping !== undefined) form.set('mapping', JSON.stringify(mapping))
  return form
}
