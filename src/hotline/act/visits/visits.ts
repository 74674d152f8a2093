import { holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import type { DemandEvent } from '../../events.ts'
import { mostPapers } from '../../papers/paper.ts'
import { demandOf } from '../../store/history.ts'
import { keepDemandPaper, papersOfDemand } from '../../store/papers/papers.ts'
import { hasVisitPhoto, keepVisitPhoto, type VisitPhoto } from '../../store/visits/photos.ts'
import { mostOfVisit, refusalOfVisit, type Visit } from '../../visits/visit.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from '../act.ts'
import { type HandedFile, knownFiles } from '../papers/papers.ts'

/**
 * Enters what was seen at the place. The phone sends again until it is told that it arrived: what arrived under this key is
 * not entered a second time, whatever has happened to the demand since.
 */
export function enterVisit(work: Work, doing: DemandDoing, visit: Visit): Promise<DemandDone> {
  return work.transaction(async inner => {
    const record = await demandOf(inner, doing.id, true)
    if (record === undefined) return refuse('没有这件诉求。')
    if (visitOf(record.events, visit.key, doing.by.id) !== undefined) return record.standing
    return await takeDemandStep(inner, doing, 'visit', ({ demand, standing }) => {
      const units = [standing.unit, ...standing.coHandlers.map(({ unit }) => unit)]
      const unit = units.find(each => each !== null && holds(doing.by, 'handlingUnit', each))
      if (unit == null) return refuse('现场核查由承办单位或会办单位办理。')
      const { moment } = doing
      return refusalOfVisit(visit, { moment, filedAt: demand.filedAt }) ?? { kind: 'visited', unit, ...visit }
    })
  })
}

function visitOf(events: readonly DemandEvent[], key: string, by: string) {
  return events.find(
    (event): event is DemandEvent<'visited'> =>
      event.kind === 'visited' && event.key === key && event.by === by,
  )
}

/** Keeps a photo of a visit with the papers of its demand; sent again, it is kept once. It stays inside and keeps its proof. */
export async function keepPhoto(
  work: Work,
  { id, by, moment, secrets }: DemandDoing & { readonly secrets: Secrets },
  { file, ...about }: Omit<VisitPhoto, 'demand'> & { readonly file: HandedFile },
): Promise<Refusal | undefined> {
  const known = await knownFiles([file], { bare: false })
  if (isRefusal(known)) return known
  const [photo] = known
  if (photo === undefined || !photo.media.startsWith('image/'))
    return refuse(`“${file.name}”不是照片；其他文件请在诉求页面补充。`)
  return await work.transaction(async inner => {
    const record = await demandOf(inner, id, true)
    const visit = record && visitOf(record.events, about.visit, by.id)
    if (record === undefined || visit === undefined) return refuse('请先送出这次现场核查的文字。')
    const place = { demand: id, ...about }
    if (await hasVisitPhoto(inner, place)) return undefined
    const refusal = await refusalOfPlace(inner, place, visit)
    if (refusal !== undefined) return refusal
    const whose = { addedAt: moment, addedBy: by.name, ofCaller: false, openToCaller: false }
    const paper = await keepDemandPaper(inner, photo, { ...whose, demand: id, secrets })
    await keepVisitPhoto(inner, { ...place, paper })
    const { number, agency } = record.demand
    const who = { by: by.id, byName: by.name, agency }
    await audit(inner, { ...who, act: 'hotline.visitPhoto', subject: id, detail: { number, ...about } })
    return undefined
  })
}

async function refusalOfPlace(
  work: Work,
  { demand, place }: VisitPhoto,
  { photos }: Visit,
): Promise<Refusal | undefined> {
  if (place >= Math.min(photos, mostOfVisit.photos)) return refuse(`这次现场核查只有 ${photos} 张照片。`)
  const there = (await papersOfDemand(work, demand)).length
  return there < mostPapers.inAll ? undefined : refuse(`每件诉求最多附 ${mostPapers.inAll} 个文件。`)
}
