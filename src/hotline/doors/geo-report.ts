import { type DemandType, demandTypeLabel, demandTypes, longest } from '../demand.ts'
import { firstSentence } from '../message.ts'
import { type Service, serviceOf } from './services.ts'

/** What is wrong with a call, in the form of GeoReport v2: a status and a sentence. */
export interface GeoError {
  readonly code: 400 | 403 | 404 | 429
  readonly description: string
}

/** One attribute of a service: what the form of an application asks for beside the text. */
export interface ServiceAttribute {
  readonly code: string
  readonly description: string
  readonly values: readonly { readonly key: string; readonly name: string }[]
}

/** What every service asks: the type of the demand and the wish for confidence. Both may be left out. */
export const serviceAttributes: readonly ServiceAttribute[] = [
  {
    ...{ code: 'type', description: '诉求类型；不选为求助' },
    values: demandTypes.map(key => ({ key, name: demandTypeLabel[key] })),
  },
  {
    ...{ code: 'confidential', description: '要求保密：不公开，承办单位不能看到您的身份' },
    values: [
      { key: 'yes', name: '要求保密' },
      { key: 'no', name: '不要求' },
    ],
  },
]

/** What an application filed, read and found right. */
export interface GeoFiling {
  readonly service: Service
  readonly type: DemandType
  readonly confidential: boolean
  readonly subject: string
  readonly body: string
  readonly place: string
  readonly lat: number | null
  readonly long: number | null
  readonly mediaUrl: string
  readonly caller: { readonly name: string; readonly phone: string }
}

type Fields = Readonly<Record<string, string>>

/** Reads the fields of `POST requests`. @returns the filing, or everything that is wrong with it at once */
export function geoFilingOf(fields: Fields): GeoFiling | readonly GeoError[] {
  const service = serviceOf(fields.service_code ?? '')
  const errors = [
    ...faultOfService(fields.service_code ?? '', service),
    ...faultsOfPlace(fields),
    ...faultsOfAttributes(fields),
    ...faultsOfTexts(fields),
  ]
  if (service === undefined || errors.length > 0) return errors
  const { lat, long } = pointOf(fields)
  const description = (fields.description ?? '').trim()
  const mediaUrl = (fields.media_url ?? '').trim()
  const type = demandTypes.find(each => each === fields['attribute[type]']) ?? 'help'
  const text = description === '' ? `反映${service.name}方面的问题，没有填写说明。` : description
  return {
    ...{ service, type, lat, long, mediaUrl, confidential: fields['attribute[confidential]'] === 'yes' },
    subject: subjectOf(service, description),
    body: mediaUrl === '' ? text : text + materialLine(mediaUrl),
    place: placeOf(fields, { lat, long }),
    caller: { name: nameOf(fields), phone: (fields.phone ?? '').trim() },
  }
}

/** The line of the text that tells the staff where the photo is. */
export function materialLine(mediaUrl: string): string {
  return `\n图片或材料的网址（由来电人提供，未经核对）：${mediaUrl}`
}

function faultOfService(code: string, service: Service | undefined): GeoError[] {
  if (code === '') return [{ code: 400, description: '没有写 service_code。' }]
  return service === undefined
    ? [{ code: 404, description: `没有 service_code“${code.slice(0, 50)}”。` }]
    : []
}

function pointOf({ lat = '', long = '' }: Fields): { lat: number | null; long: number | null } {
  const number = (text: string) => (text.trim() === '' ? null : Number(text))
  return { lat: number(lat), long: number(long) }
}

function faultsOfPlace(fields: Fields): GeoError[] {
  const { lat, long } = pointOf(fields)
  const wrong = (description: string): GeoError[] => [{ code: 400, description }]
  if ((lat === null) !== (long === null)) return wrong('lat 和 long 须同时填写。')
  if (lat !== null && long !== null) {
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(long) <= 90)
      return wrong('lat 在 -90 至 90 之间：经度和纬度可能写反了。')
    if (!(Math.abs(lat) <= 90 && Math.abs(long) <= 180))
      return wrong('lat 须在 -90 至 90 之间，long 须在 -180 至 180 之间（WGS84，十进制度）。')
    return []
  }
  const said = (fields.address_string ?? '').trim() !== '' || (fields.address_id ?? '').trim() !== ''
  return said ? [] : wrong('没有写地点：请填写 lat 和 long，或者 address_string，或者 address_id。')
}

function faultsOfAttributes(fields: Fields): GeoError[] {
  return serviceAttributes.flatMap(({ code, values }): GeoError[] => {
    const said = fields[`attribute[${code}]`] ?? ''
    if (said === '' || values.some(({ key }) => key === said)) return []
    const may = values.map(({ key }) => key).join('、')
    return [{ code: 400, description: `attribute[${code}] 只能是 ${may}。` }]
  })
}

function faultsOfTexts(fields: Fields): GeoError[] {
  const mediaUrl = (fields.media_url ?? '').trim()
  const most: readonly (readonly [string, number])[] = [
    ...([
      ['description', longest.body - 1000],
      ['address_string', longest.place],
      ['phone', longest.phone],
    ] as const),
    ...([
      ['media_url', 500],
      ['first_name', 24],
      ['last_name', 24],
    ] as const),
  ]
  const long = most.flatMap(([name, count]): GeoError[] =>
    [...(fields[name] ?? '')].length > count
      ? [{ code: 400, description: `${name} 不能超过 ${count} 字。` }]
      : [],
  )
  if (mediaUrl === '' || /^https?:\/\/[^\s<>"']+$/i.test(mediaUrl)) return long
  return [...long, { code: 400, description: 'media_url 须是以 http:// 或 https:// 开头的网址。' }]
}

function subjectOf(service: Service, description: string): string {
  const first = firstSentence(description)
  return first === '' ? `反映${service.name}方面的问题` : first
}

/** A Chinese name is written without a space, the surname first. */
function nameOf({ first_name: given = '', last_name: family = '' }: Fields): string {
  const parts = [family.trim(), given.trim()].filter(part => part !== '')
  const chinese = parts.every(part => /^\p{Script=Han}+$/u.test(part))
  return chinese ? parts.join('') : parts.toReversed().join(' ')
}

function placeOf(fields: Fields, { lat, long }: { lat: number | null; long: number | null }): string {
  const address = (fields.address_string ?? '').trim()
  if (address !== '') return address
  if (lat !== null && long !== null) return `北纬 ${lat}，东经 ${long}`.slice(0, longest.place)
  return `地址编号 ${(fields.address_id ?? '').trim()}`.slice(0, longest.place)
}
