import { workingTime } from '../../../hotline/act/act.ts'
import { copyDemands, copySlice } from '../../../hotline/act/copying/copy-demands.ts'
import type { CopiedDemands } from '../../../hotline/copying/whole.ts'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { city, government } from '../../city.ts'
import { must, tellCity } from '../../tell.ts'
import { type CitySize, citySlices, demandsOf } from './demands.ts'
import { copiedInThreads } from './threads.ts'

/** The units of the large city beside those of the small one. */
const further = [
  ...['人力资源局', '公安局', '城市管理局', '水务局', '农业农村局', '文化旅游局', '应急管理局', '医疗保障局'],
  ...['供水公司', '供热公司', '燃气公司', '公交公司'],
].map((name, at) => ({ code: `yunchuan-unit-${at + 1}`, name: `云川市${name}`, shortName: name }))

/** 422,000 demands a year for three years. */
export const wholeCity = { demands: 1_266_000, days: 3 * 365 } as const

/** What the telling of the large city needs. */
export interface CityTelling {
  readonly url: string
  readonly until: Day
  readonly size?: { readonly demands: number; readonly days: number }
  readonly seed?: number
  /** The folder of the platform's key, for two threads; or what this thread seals with. */
  readonly sealing: { readonly dataDir: string } | { readonly secrets: Secrets }
  readonly progress?: (demands: number) => void
}

/** Tells the large city in an empty database: its offices and people by the verbs, its demands by COPY. */
export async function tellLargeCity(
  work: Work,
  { url, until, size = wholeCity, seed = 1, sealing, progress = () => {} }: CityTelling,
): Promise<{ readonly demands: number; readonly events: number }> {
  await work.transaction(async inner => {
    await tellCity(inner)
    for (const each of further) {
      must(await addAgency(inner, { ...each, kind: 'department', parent: government }, theSystem))
    }
  })
  const units = [...city.filter(({ code }) => code !== government), ...further].map(({ code }) => code)
  const whole: CitySize = { ...size, until, agency: government, units, seed }
  const time = await workingTime(work)
  const slices = citySlices(whole)
  const copy = async (): Promise<CopiedDemands[]> => {
    if ('dataDir' in sealing) {
      return await copiedInThreads({ url, dataDir: sealing.dataDir, size: whole, time }, slices, progress)
    }
    const done: CopiedDemands[] = []
    for (const slice of slices) done.push(await copySlice(url, demandsOf(whole, slice), { ...sealing, time }))
    return done
  }
  return must(await copyDemands({ work, url, by: theSystem, agency: government }, copy))
}
