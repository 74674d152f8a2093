import type { Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import type { Keep } from '../../../web/kept.ts'
import { paths } from '../../../web/paths.ts'
import { publishedAnswer, publishedAnswers } from '../../act/publishing.ts'
import { answerPage, answersPage } from './answers-page.ts'

const size = 20
const column = { name: '依申请公开', description: '已公布的依申请公开答复' }

/** The published answers: for everybody. */
export function answersRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get(paths.answers(), keep, async context => {
    const { work } = context.var
    const q = (context.req.query('q') ?? '').trim().slice(0, 60)
    const agencies = await agencyTree(work)
    const agency = agencies.find(({ code }) => code === context.req.query('agency'))?.code
    const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const found = await publishedAnswers(work, { q, agency, page, size })
    const view = { ...found, page, size, q, agency, agencies }
    return shown(context, { title: '已公布的依申请公开答复', column }, answersPage(view))
  })
  portal.get('/requests/answers/:id', async context => {
    const id = context.req.param('id')
    const found = /^[0-9a-f-]{36}$/.test(id)
      ? await publishedAnswer(context.var.work, id, paths.answer(id))
      : undefined
    if (found === undefined) return missing(context)
    const article = { publishedOn: found.publishedOn, source: found.agencyName }
    return shown(context, { title: found.title, article, script: true }, answerPage(found))
  })
}
