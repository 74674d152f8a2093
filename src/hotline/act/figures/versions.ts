import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { FigureVersion } from '../../figures/version.ts'
import { figureVersionsKept, keepFigureVersion } from '../../store/figures/versions.ts'

/** The versions of the figures in the order of their days. */
export function figureVersions(work: Work): Promise<FigureVersion[]> {
  return figureVersionsKept(work)
}

/** Sets how the figures are counted from a day to come on; what was registered before keeps the definitions of its time. */
export async function setFigureVersion(
  work: Work,
  version: FigureVersion,
  { by, today, at }: { readonly by: Actor; readonly today: Day; readonly at: string },
): Promise<undefined | Refusal> {
  return await work.transaction(async inner => {
    const refusal = refusalOfVersion(version, today, await figureVersionsKept(inner))
    if (refusal !== undefined) return refusal
    await keepFigureVersion(inner, version, { by: by.id, byName: by.name, at })
    const who = { by: by.id, byName: by.name, agency: null }
    const { from, question, unsaid, basis } = version
    const detail = { from, question, unsaid, basis }
    await audit(inner, { ...who, act: 'hotline.figures', subject: from, detail })
    return undefined
  })
}

function refusalOfVersion(
  { from, satisfied, resolved, basis }: FigureVersion,
  today: Day,
  versions: readonly FigureVersion[],
): Refusal | undefined {
  if (from <= today) return refuse('统计口径从明天或者以后的日期起调整，以前登记的诉求仍按当时的口径统计。')
  if (versions.some(each => each.from === from)) return refuse(`${from}已有一个口径，请另选日期。`)
  if (satisfied.length === 0) return refuse('请至少选择一个计为满意的评价。')
  if (resolved.length === 0) return refuse('请至少选择一个计为解决的办理结果。')
  return basis.trim() === '' ? refuse('请写明调整口径的依据。') : undefined
}
