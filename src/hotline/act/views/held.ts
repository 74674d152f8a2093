import type { Agency } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { heldDemands } from '../../store/queue/held.ts'

/** Why an agency is not dissolved yet: open demands would be nobody's. How many, and where to move them. */
export async function demandsHeldBy(
  work: Work,
  { code, name, shortName }: Pick<Agency, 'code' | 'name' | 'shortName'>,
): Promise<Refusal | undefined> {
  const { leading, beside, ofHotline } = await heldDemands(work, code)
  const kinds = [
    leading === 0 ? '' : `承办 ${leading} 件，请办结，或者退单后由热线改派给承接其职能的单位`,
    beside === 0 ? '' : `会办 ${beside} 件，请提交会办意见，或者由热线取消会办`,
    ofHotline === 0 ? '' : `作为热线受理 ${ofHotline} 件，请先办结`,
  ].filter(Boolean)
  if (kinds.length === 0) return undefined
  const where = `清单见“12345热线”，承办单位选“${shortName}”、状态选“全部在办”。`
  return refuse(`${name}还有没有办结的12345诉求，不能撤销：${kinds.join('；')}。${where}`)
}
