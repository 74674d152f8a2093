import type { GeoError } from '../../doors/geo-report.ts'
import type { RequestsAsked } from '../../store/doors/requests.ts'

/** The specification gives at most so many days and so many requests where nothing else is asked. */
const usualDays = 90
const mostRequests = 1000
const usualRequests = 100

type Query = Readonly<Record<string, string | undefined>>

/** Is the answer what is wrong? */
export function isErrors<T extends object>(answer: T | readonly GeoError[]): answer is readonly GeoError[] {
  return Array.isArray(answer)
}

/** What `GET requests` asks; ids override all else, as the specification says. */
export function requestsIn(query: Query, moment: string): RequestsAsked | readonly GeoError[] {
  const paged = pageIn(query)
  if ('code' in paged) return [paged]
  const ids = listIn(query.service_request_id)
  if (ids.length > 0) return { ...paged, ids: ids.slice(0, mostRequests) }
  const span = spanIn(query, moment)
  if ('code' in span) return [span]
  const states = listIn(query.status)
  if (states.some(each => each !== 'open' && each !== 'closed'))
    return [{ code: 400, description: 'status 只能是 open 或 closed。' }]
  const services = listIn(query.service_code)
  return {
    ...{ ...paged, ...span },
    services: services.length === 0 ? undefined : services,
    open: new Set(states).size === 1 ? states[0] === 'open' : undefined,
  }
}

const listIn = (text = '') => text.split(',').flatMap(each => (each.trim() === '' ? [] : [each.trim()]))

function pageIn(query: Query): { readonly page: number; readonly size: number } | GeoError {
  const page = Number(query.page ?? 1)
  const size = Number(query.page_size ?? usualRequests)
  const right = Number.isInteger(page) && page >= 1 && page <= 100_000 && Number.isInteger(size) && size >= 1
  return right
    ? { page, size: Math.min(size, mostRequests) }
    : { code: 400, description: 'page 和 page_size 须是正整数。' }
}

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

function spanIn(query: Query, moment: string): { readonly from: string; readonly to: string } | GeoError {
  const [start, end] = [query.start_date ?? '', query.end_date ?? '']
  const wrong = [start, end].some(text => text !== '' && !(momentForm.test(text) && Date.parse(text) > 0))
  if (wrong)
    return { code: 400, description: '时间须写成 2026-01-20T08:00:00+08:00 的形式（带时区，加号写作 %2B）。' }
  const day = 86_400_000
  const to =
    end === '' ? (start === '' ? Date.parse(moment) : Date.parse(start) + usualDays * day) : Date.parse(end)
  const from = start === '' ? to - usualDays * day : Date.parse(start)
  if (to < from) return { code: 400, description: 'start_date 不能晚于 end_date。' }
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}
