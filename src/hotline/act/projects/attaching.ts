import type { KnownFile } from '../../../platform/files/known.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { keepProjectFile } from '../../store/projects/files.ts'
import { type ProjectDoing, type ProjectDone, takeProjectStep } from './act.ts'

/** Adds a file to the project: a photo of the place, a paper, a table. */
export function attach(
  work: Work,
  doing: ProjectDoing,
  { words, ...keeping }: { readonly file: KnownFile; readonly words: string; readonly secrets: Secrets },
): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'attach', async ({ id, work: inner }) => {
    const kept = await keepProjectFile(inner, id, keeping)
    return { kind: 'attached', file: kept, name: keeping.file.name, words }
  })
}
