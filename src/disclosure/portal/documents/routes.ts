import type { Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { type Day, inChinese, isDay } from '../../../statute/day.ts'
import { paths } from '../../../web/paths.ts'
import type { ItemForm } from '../../forms.ts'
import { shelfTag } from '../../shelf-tags.ts'
import { documentsOn, documentTallies } from '../../store/shelf/documents.ts'
import { dependsOn, type ShelfKeep } from '../cache/keep.ts'
import { type DocumentsQuery, documentsPage } from './page.ts'

const column = { name: '行政规范性文件库', description: '规章和行政规范性文件，可查任何一天现行有效的文件' }
const size = 20
const forms: readonly ItemForm[] = ['regulation', 'normativeDocument']

/** 规范性文件库: what is in force, what ended, and what was in force on any day. */
export function documentsRoutes(portal: Hono<AppEnv>, keep: ShelfKeep): void {
  portal.get(paths.documents(), keep, async context => {
    const { work } = context.var
    const asked = queryIn(name => context.req.query(name))
    const on = asked.on ?? today()
    const agencies = await agencyTree(work)
    const whose = asked.agency
    if (whose !== undefined && !agencies.some(({ code }) => code === whose)) return missing(context)
    const tallies = await documentTallies(work, { ...asked, on })
    const total = tallies[asked.list ?? 'inForce']
    const last = Math.max(1, Math.ceil(total / size))
    const query = { ...asked, page: Math.min(asked.page, last) }
    const slice = { limit: size, offset: (query.page - 1) * size }
    const lines = await documentsOn(work, { ...query, on }, slice)
    const { wrong: _, ...usual } = query
    const own = paths.documents({ ...usual, page: query.page === 1 ? undefined : query.page })
    if (own === paths.documents()) {
      dependsOn(context, own, forms.map(shelfTag.form))
    }
    const still = context.var.still !== undefined
    const view = { still, query, on, today: today(), lines, tallies, total, last, agencies }
    return shown(
      context,
      { title: titleOf(query), column },
      documentsPage(view),
      query.wrong === undefined ? 200 : 422,
    )
  })
}

function titleOf({ on, list }: DocumentsQuery): string {
  const day = on === undefined ? '' : `${inChinese(on)}`
  if (list === 'ended') return `${day}已修订、废止或者失效的文件 - ${column.name}`
  return on === undefined ? column.name : `${day}现行有效的文件 - ${column.name}`
}

function queryIn(read: (name: string) => string | undefined): DocumentsQuery {
  const [on, list, form] = [read('on') ?? '', read('list'), read('form')]
  const day: Day | undefined = isDay(on) ? on : undefined
  return {
    on: day,
    wrong: on === '' || day !== undefined ? undefined : on.slice(0, 20),
    agency: read('agency')?.slice(0, 60) || undefined,
    form: forms.find(each => each === form),
    list: list === 'ended' ? 'ended' : undefined,
    page: Math.max(1, numberIn(read('page')) ?? 1),
  }
}
