import { agenciesSeen } from '../../../office/agencies.ts'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { addTemplate, keepTemplate, templateLocked, templatesOf } from '../../store/templates/templates.ts'
import { type AnswerTemplate, mostOfTemplate, refusalOfTemplate } from '../../templates/template.ts'
import { refusalOfPersonal } from '../no-personal-data.ts'

/** Who acts on templates, and when. */
export interface TemplateDoing {
  readonly by: Actor
  /** ISO 8601 in UTC. */
  readonly moment: string
}

type Told = Pick<AnswerTemplate, 'name' | 'words'>

/** Which templates are asked for: of one unit, in use or not, with words in name or text. */
export interface TemplatesAsked {
  readonly unit?: string | undefined
  readonly state?: 'inUse' | 'retired' | undefined
  readonly q?: string | undefined
}

/** The templates of the units that this person sees. */
export async function templatesSeen(
  work: Work,
  reader: Actor,
  { unit, state, q = '' }: TemplatesAsked,
): Promise<AnswerTemplate[]> {
  const seen = await agenciesSeen(work, reader, unit)
  const nameOf = new Map(seen.map(({ code, name }) => [code, name]))
  const found = await templatesOf(work, [...nameOf.keys()])
  return found
    .filter(({ retired }) => state === undefined || retired === (state === 'retired'))
    .filter(({ name, words }) => `${name} ${words}`.includes(q))
    .map(template => ({ ...template, unitName: nameOf.get(template.unit) ?? template.unit }))
}

/** A unit makes a template. @returns its id */
export function makeTemplate(
  work: Work,
  { by, moment }: TemplateDoing,
  { unit, ...told }: Told & Pick<AnswerTemplate, 'unit'>,
): Promise<string | Refusal> {
  return work.transaction(async inner => {
    const refusal =
      refusalOfKeeper(by, unit) ?? refusalOfWords(told) ?? (await refusalOfPlace(inner, unit, told))
    if (refusal !== undefined) return refusal
    const id = await addTemplate(inner, unit, { ...told, changedAt: moment, changedByName: by.name })
    await noted(inner, by, { act: 'hotline.template', subject: id, agency: unit, detail: told })
    return id
  })
}

/** A unit says something else in a template; `version` is the one that was seen. */
export function changeTemplate(
  work: Work,
  doing: TemplateDoing,
  { id, version, ...told }: Told & Pick<AnswerTemplate, 'id' | 'version'>,
): Promise<Refusal | undefined> {
  return changed(work, doing, id, async (inner, before) => {
    if (before.version !== version) return refuse('他人刚刚改过这个模板，请看过最新的内容后再改。')
    const refusal = refusalOfWords(told) ?? (await refusalOfPlace(inner, before.unit, told, id))
    return refusal ?? { ...told, retired: false, act: 'hotline.templateChanged' }
  })
}

/** A template is offered no longer; what was sent by it stays as it was sent. */
export function retireTemplate(work: Work, doing: TemplateDoing, id: string): Promise<Refusal | undefined> {
  return changed(work, doing, id, (_, { name, words }) =>
    Promise.resolve({ name, words, retired: true, act: 'hotline.templateRetired' }),
  )
}

type Kept = Omit<AnswerTemplate, 'unitName'>
type Change = Told & Pick<AnswerTemplate, 'retired'> & { readonly act: string }

function changed(
  work: Work,
  { by, moment }: TemplateDoing,
  id: string,
  change: (inner: Work, before: Kept) => Promise<Change | Refusal>,
): Promise<Refusal | undefined> {
  return work.transaction(async inner => {
    const before = await templateLocked(inner, id)
    // Who does not keep it is not told that there is one.
    if (before === undefined || !holds(by, 'handlingUnit', before.unit)) return refuse(unknown)
    if (before.retired) return refuse('这个模板已经停用，请另建一个。')
    const after = await change(inner, before)
    if (isRefusal(after)) return after
    const { act, ...told } = after
    const version = before.version + 1
    await keepTemplate(inner, { id, version, ...told, changedAt: moment, changedByName: by.name })
    const { name, words } = told
    await noted(inner, by, { act, subject: id, agency: before.unit, detail: { name, words, version } })
    return undefined
  })
}

/** What is said where there is no such template, or it is another unit's: the same. */
const unknown = '没有这个模板，或者不由您的单位维护。'

function refusalOfKeeper(by: Actor, unit: string): Refusal | undefined {
  return holds(by, 'handlingUnit', unit) ? undefined : refuse('答复模板由承办单位自己维护。')
}

/** A template is used for many callers: it holds nobody's data. */
function refusalOfWords(told: Told): Refusal | undefined {
  return refusalOfTemplate(told) ?? refusalOfPersonal('模板', told.words)
}

async function refusalOfPlace(
  work: Work,
  unit: string,
  { name }: Told,
  own?: string,
): Promise<Refusal | undefined> {
  const others = (await templatesOf(work, [unit])).filter(({ id, retired }) => !retired && id !== own)
  if (others.some(each => each.name === name)) return refuse(`已有叫“${name}”的模板，请换一个名称。`)
  return others.length < mostOfTemplate.inUse
    ? undefined
    : refuse(`每个单位最多使用 ${mostOfTemplate.inUse} 个模板，请先停用不再需要的。`)
}

interface Noted {
  readonly act: string
  readonly subject: string
  readonly agency: string
  readonly detail: Readonly<Record<string, string | number>>
}

function noted(work: Work, by: Actor, what: Noted): Promise<void> {
  return audit(work, { by: by.id, byName: by.name, ...what })
}
