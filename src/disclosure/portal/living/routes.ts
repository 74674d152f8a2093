import type { Context, Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { missing, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { paths } from '../../../web/paths.ts'
import { shelfTag } from '../../shelf-tags.ts'
import { shelfItem } from '../../store/shelf/item.ts'
import { shelfLines } from '../../store/shelf/lines.ts'
import { dependsOn, type ShelfKeep } from '../cache/keep.ts'
import { livingPage } from './page.ts'

/** 指南 and 制度: living documents, the current text with its editions, Art. 12. */
export function livingRoutes(portal: Hono<AppEnv>, keep: ShelfKeep): void {
  portal.get(paths.guide(), keep, context => showLiving(context, 'guide'))
  portal.get(paths.rules(), keep, context => showLiving(context, 'rule'))
}

async function showLiving(context: Context<AppEnv>, form: 'guide' | 'rule'): Promise<Response> {
  const { work } = context.var
  const agencies = await agencyTree(work)
  const asked = context.req.query('agency') || undefined
  const agency = agencies.find(({ code }) => code === asked)
  if (asked !== undefined && agency === undefined) return missing(context)
  const query = { forms: [form], agency: agency?.code } as const
  const lines = await shelfLines(work, query, { today: today(), limit: 200 })
  const first = form === 'guide' ? foremost(lines, agencies, agency?.code) : undefined
  const found = first === undefined ? undefined : await shelfItem(work, first)
  const current = found !== undefined && 'shown' in found ? found : undefined
  const own = form === 'guide' ? paths.guide(agency?.code) : paths.rules(agency?.code)
  dependsOn(context, own, [shelfTag.form(form)])
  const title = form === 'guide' ? '政府信息公开指南' : '政府信息公开制度'
  const column = { name: title, description: `${title}：现行文本和历次版本` }
  return shown(context, { title, column }, livingPage({ form, title, lines, current, agencies, agency }))
}

/** The guide that is shown whole: that of the agency asked for, else of the government above all. */
function foremost(
  lines: readonly { readonly item: string; readonly agency: string }[],
  agencies: readonly { readonly code: string; readonly parent: string | null }[],
  asked: string | undefined,
): string | undefined {
  const root = asked ?? agencies.find(({ parent }) => parent === null)?.code
  return (lines.find(({ agency }) => agency === root) ?? lines[0])?.item
}
