import type { KnownFile } from '../../../platform/files/known.ts'
import type { Work } from '../../../platform/work.ts'

/** Keeps a file of a project. @returns its id */
export async function keepProjectFile(work: Work, project: string, file: KnownFile): Promise<string> {
  const { name, media, bytes } = file
  const { id } = await work.db
    .insertInto('hotline_project_files')
    .values({ project, name, media, bytes: Buffer.from(bytes) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A file of this project; undefined where it has none of this id. */
export async function projectFileOf(
  work: Work,
  project: string,
  file: string,
): Promise<{ readonly name: string; readonly media: string; readonly bytes: Buffer } | undefined> {
  return await work.db
    .selectFrom('hotline_project_files')
    .select(['name', 'media', 'bytes'])
    .where('project', '=', project)
    .where('id', '=', file)
    .executeTakeFirst()
}
