import { personalIn } from '../../../disclosure/checks/personal/personal.ts'
import { materialLine } from '../../doors/geo-report.ts'
import { serviceOf } from '../../doors/services.ts'
import type { RequestLine } from '../../store/doors/requests.ts'
import type { GeoValue } from './format.ts'

/**
 * A filing as everybody may know it: what kind of matter, where about, how far it is. The words of citizens, their photos and what
 * they were answered are given to the application that filed them alone (docs/decisions/0026).
 */
export function requestGiven(line: RequestLine): GeoValue {
  const { own, lat, long, body, mediaUrl } = line
  return {
    ...{ service_request_id: line.id, status: line.open ? 'open' : 'closed' },
    ...{ status_notes: own ? line.words : null, service_name: serviceOf(line.service)?.name ?? '' },
    ...{ service_code: line.service, description: own ? body.replace(materialLine(mediaUrl), '') : null },
    ...{ agency_responsible: line.unitName, service_notice: null },
    ...{ requested_datetime: inOffice(line.filedAt), updated_datetime: inOffice(line.updatedAt) },
    expected_datetime: line.dueAt === null ? null : inOffice(line.dueAt),
    ...{ address: own ? line.place : withoutPersons(line.place), address_id: null, zipcode: null },
    ...{ lat: own ? lat : about(lat), long: own ? long : about(long) },
    media_url: own && mediaUrl !== '' ? mediaUrl : null,
  }
}

/** To a hundred metres. */
const about = (degrees: number | null) => (degrees === null ? null : Math.round(degrees * 1000) / 1000)

/** The place without telephone numbers, room numbers and whatever else points at a person. */
function withoutPersons(place: string): string {
  return personalIn(place).reduceRight(
    (text, { start, text: words }) => `${text.slice(0, start)}***${text.slice(start + words.length)}`,
    place,
  )
}

/** The moment in the office's time, `2026-01-20T16:30:00+08:00`. */
function inOffice(moment: string): string {
  return `${new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
