import type { Demand } from '../demand.ts'
import { placesIn } from '../topics/places.ts'

// The name of a road, a compound or a village is none of a county or a town.
const name = (most: number) => `(?:(?![路街巷弄村号园院厂店校站桥楼店苑])\\p{Script=Han}){1,${most}}?`
const city = '(?:\\p{Script=Han}{2,8}?(?:省|自治区))?(?:\\p{Script=Han}{2,6}?(?:市|自治州|盟)|[A-Z]市)?'
const county = `(?:${name(6)}(?:自治县|县|旗|(?<![小社园校景厂库矿片院街辖市郊地山林灾牧业宅活民务护墅游假])区)|(?<=市)${name(4)}市|[A-Z]\\d+[市县区])`
const town = `(?:(?!\\p{Script=Han}[镇乡])${name(6)}(?:街道|镇(?![路街巷政区])|乡(?![村路镇愁间])))`
const areas = new RegExp(`^(?:${city})(?<county>${county})?(?<town>${town})?`, 'u')

/** Where a demand is, as figures tell it apart. */
export interface Whereabouts {
  /** 县（市）区 and 乡镇街道, `/` between: 青禾县/白石镇; one alone where the place names but one, empty where it names none. */
  readonly area: string
  /** The road, compound, school or the like that the place names, without its house number; empty where it names none. */
  readonly spot: string
}

/** Reads the place of a demand; of a confidential one no more than its area, since one demand at one place is somebody's. */
export function whereaboutsOf({ place, confidential }: Pick<Demand, 'place' | 'confidential'>): Whereabouts {
  const text = place.normalize('NFKC').replaceAll(/\s/g, '')
  const found = areas.exec(text)
  const { county: first, town: second } = found?.groups ?? {}
  const rest = text.slice(found?.[0].length ?? 0)
  return {
    area: [first, second].filter(each => each !== undefined).join('/'),
    spot: confidential ? '' : (placesIn(rest)[0]?.name ?? ''),
  }
}
