import type { Handed } from '../act/papers.ts'
import type { PaperPurpose } from '../request.ts'

/** The files of a field of a form that was sent; a field left empty holds none. */
export function uploaded(field: unknown, purpose: PaperPurpose): Promise<Handed[]> {
  const files = [field ?? []].flat().flatMap(file => (file instanceof File && file.name !== '' ? [file] : []))
  return Promise.all(
    files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), purpose })),
  )
}
