import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type Appraisal, appraisalOn } from '../../bulletins/appraisal.ts'
import type { Industry } from '../../bulletins/industry.ts'
import { appraisalsOf, industriesOf, keepAppraisal, keepIndustries } from '../../store/bulletins/settings.ts'
import { dayOfMoment } from '../projects/opening.ts'

/** How a hotline scores and which industries it follows. */
export interface BulletinSettings {
  readonly appraisals: readonly Appraisal[]
  /** What holds today. */
  readonly appraisal: Appraisal
  readonly industries: readonly Industry[]
}

/** The settings of the bulletins of a hotline. */
export async function bulletinSettings(
  work: Work,
  hotline: string,
  moment: string,
): Promise<BulletinSettings> {
  const appraisals = await appraisalsOf(work, hotline)
  const appraisal = appraisalOn(appraisals, dayOfMoment(moment))
  return { appraisals, appraisal, industries: await industriesOf(work, hotline) }
}

/** Sets how units are scored from a day on; bulletins of earlier periods keep the formula of their time. */
export async function setAppraisal(
  work: Work,
  { hotline, appraisal }: { readonly hotline: string; readonly appraisal: Appraisal },
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<undefined | Refusal> {
  const { from, points, perUpdate, mostForUpdates, basis } = appraisal
  if (from < dayOfMoment(moment))
    return refuse('计分办法从今天或者以后的日期起施行，以前的通报仍按当时的办法计分。')
  const sum = Object.values(points).reduce((total, each) => total + each, mostForUpdates)
  if (sum <= 0) return refuse('请至少给一项指标分值。')
  if (perUpdate > 0 && mostForUpdates === 0) return refuse('知识库更新计分的，请填写至多计多少分。')
  if (basis.trim() === '') return refuse('请写明计分办法的依据。')
  return await work.transaction(async inner => {
    const who = { by: by.id, byName: by.name }
    await keepAppraisal(inner, { hotline, appraisal }, { ...who, at: moment })
    const detail = { from, basis, points: JSON.stringify(points) }
    await audit(inner, { ...who, agency: hotline, act: 'bulletin.appraisal', subject: hotline, detail })
    return undefined
  })
}

/** Sets the industries of the quarterly analysis. */
export async function setIndustries(
  work: Work,
  { hotline, industries }: { readonly hotline: string; readonly industries: readonly Industry[] },
  by: Actor,
): Promise<undefined | Refusal> {
  const names = industries.map(({ name }) => name)
  if (new Set(names).size < names.length) return refuse('行业的名称重复了。')
  const empty = industries.find(({ words }) => words.length === 0)
  if (empty !== undefined) return refuse(`请填写“${empty.name}”的词语，诉求标题中有其中一个的归入这个行业。`)
  return await work.transaction(async inner => {
    await keepIndustries(inner, hotline, industries)
    const who = { by: by.id, byName: by.name, agency: hotline }
    await audit(inner, {
      ...who,
      act: 'bulletin.industries',
      subject: hotline,
      detail: { rows: names.length },
    })
    return undefined
  })
}
