import { randomUUID } from 'node:crypto'
import type { KnownFile } from '../../../platform/files/known.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'

const purpose = (file: string) => `hotline project file ${file}`

/** Keeps a file of a project, sealed. @returns its id */
export async function keepProjectFile(
  work: Work,
  project: string,
  { file, secrets }: { readonly file: KnownFile; readonly secrets: Secrets },
): Promise<string> {
  const { name, media, bytes } = file
  const id = randomUUID()
  const sealed = secrets.sealBytes(purpose(id), bytes)
  await work.db.insertInto('hotline_project_files').values({ id, project, name, media, sealed }).execute()
  return id
}

/** A file of this project; undefined where it has none of this id, or it was sealed with another key. */
export async function projectFileOf(
  work: Work,
  { project, file, secrets }: { readonly project: string; readonly file: string; readonly secrets: Secrets },
): Promise<{ readonly name: string; readonly media: string; readonly bytes: Uint8Array } | undefined> {
  const row = await work.db
    .selectFrom('hotline_project_files')
    .select(['name', 'media', 'sealed', 'bytes as unsealed'])
    .where('project', '=', project)
    .where('id', '=', file)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { sealed, unsealed, ...told } = row
  const bytes = sealed === null ? unsealed : secrets.openBytes(purpose(file), sealed)
  return bytes == null ? undefined : { ...told, bytes }
}
