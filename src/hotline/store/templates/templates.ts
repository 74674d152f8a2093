import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { AnswerTemplate } from '../../templates/template.ts'

/** A template as its table keeps it; the unit is named by whoever reads. */
type KeptTemplate = Omit<AnswerTemplate, 'unitName'>

const rowForm = z.object({
  ...{ id: z.string(), unit: z.string(), name: z.string(), words: z.string(), version: z.int() },
  ...{ changedAt: z.string(), changedByName: z.string(), retired: z.boolean() },
})

function templates(work: Work) {
  return work.db
    .selectFrom('hotline_templates')
    .select(['id', 'unit', 'name', 'words', 'version', 'retired'])
    .select(['changed_at as changedAt', 'changed_by_name as changedByName'])
}

/** The templates of these units, those in use first. */
export async function templatesOf(work: Work, units: readonly string[]): Promise<KeptTemplate[]> {
  if (units.length === 0) return []
  const rows = await templates(work)
    .where('unit', 'in', units)
    .orderBy('retired')
    .orderBy('unit')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return z.array(rowForm).parse(rows)
}

/** One template, locked for a change. */
export async function templateLocked(work: Work, id: string): Promise<KeptTemplate | undefined> {
  const row = await templates(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && rowForm.parse(row)
}

/** What is kept of a template that is made or changed. */
export type KeepingTemplate = Pick<AnswerTemplate, 'name' | 'words' | 'changedAt' | 'changedByName'>

const written = ({ name, words, changedAt, changedByName }: KeepingTemplate) => ({
  ...{ name, words, changed_at: changedAt, changed_by_name: changedByName },
})

/** Keeps a new template of a unit. @returns its id */
export async function addTemplate(work: Work, unit: string, keeping: KeepingTemplate): Promise<string> {
  const { id } = await work.db
    .insertInto('hotline_templates')
    .values({ unit, ...written(keeping) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what a template says now, or that it is offered no longer. */
export async function keepTemplate(
  work: Work,
  { id, version, retired, ...keeping }: KeepingTemplate & Pick<AnswerTemplate, 'id' | 'version' | 'retired'>,
): Promise<void> {
  await work.db
    .updateTable('hotline_templates')
    .set({ version, retired, ...written(keeping) })
    .where('id', '=', id)
    .execute()
}
