import type { HandedFile } from '../act/papers/papers.ts'

/** The files of a field of a form that was sent; a field left empty holds none. */
export function filesOf(field: unknown): Promise<HandedFile[]> {
  const files = [field ?? []].flat().flatMap(file => (file instanceof File && file.name !== '' ? [file] : []))
  return Promise.all(
    files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}
