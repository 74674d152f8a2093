import type { OpenAPIHono } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { agenciesSeen } from '../../../office/agencies.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday, today } from '../../../platform/clock.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { csvOf } from '../../../web/sheet.ts'
import { behindRowOf } from '../../act/bulletins/behind.ts'
import { demandsBehind, everyDemandBehind } from '../../act/figures/behind.ts'
import { countFigures } from '../../act/figures/counting.ts'
import { figureVersions, setFigureVersion } from '../../act/figures/versions.ts'
import { readAsList } from '../demand-in.ts'
import { behindHead, behindRow } from './csv.ts'
import { behindPage, behindQuery, figuresQuery, figuresRoutes, versionForm } from './forms.ts'

/** The figures of the hotline over HTTP: what they are, what is behind them, how they are defined. */
export function figuresApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, figuresRoutes)
  api.get('/hotline/figures', async context => {
    const { counts, ...query } = queryIn(context, figuresQuery)
    const asked = { ...(await seenOf(context, query)), people: counts === 'people' }
    return context.json(await countFigures(context.var.work, asked, momentToday()))
  })
  api.get('/hotline/figures/demands', async context => {
    const asked = await behindAsked(context)
    const page = queryIn(context, behindPage)
    const reading = { reader: signedIn(context), moment: momentToday() }
    const found = await demandsBehind(context.var.work, { ...asked, ...page }, reading)
    return context.json(await readAsList(context, found))
  })
  api.get('/hotline/figures/demands.csv', giveOut)
  api.get('/hotline/figures/versions', async context => context.json(await figureVersions(context.var.work)))
  api.post('/hotline/figures/versions', async context => {
    const version = await body(context, versionForm)
    const at = { by: signedIn(context), today: today(), at: momentToday() }
    orThrow((await setFigureVersion(context.var.work, version, at)) ?? 'set')
    return context.body(null, 204)
  })
  return api
}

async function giveOut(context: Who): Promise<Response> {
  const asked = await behindAsked(context)
  const at = { by: signedIn(context), moment: momentToday() }
  const pages = orThrow(await everyDemandBehind(context.var.work, asked, at))
  context.header('content-type', 'text/csv; charset=utf-8')
  context.header('content-disposition', namedFile(`诉求清单_${asked.from}至${asked.until}.csv`))
  return stream(context, async out => {
    await out.write(csvOf([behindHead]))
    for await (const lines of pages) {
      if (out.aborted) return
      await out.write(csvOf(lines.map(behindRow)).slice(1))
    }
  })
}

/** The number that is opened; of a row of a bulletin with what belongs to it. @throws ProblemError 404 where there is no such row to see */
async function behindAsked(context: Who) {
  const { bulletin, table, row, ...query } = queryIn(context, behindQuery)
  const asked = await seenOf(context, query)
  if (bulletin === undefined) return asked
  const at = { reader: signedIn(context), moment: momentToday() }
  const { asOf = at.moment } = asked
  const only =
    table !== undefined &&
    row !== undefined &&
    (await behindRowOf(context.var.work, { bulletin, table, row, asOf }, at))
  if (!only) throw new ProblemError(404, '没有找到通报中的这一行，或者您无权查看。')
  return { ...asked, only }
}

type Days = { readonly from?: Day | undefined; readonly until?: Day | undefined }

/** The question with the days that were left out, and whose demands this person may see. */
async function seenOf<A extends object>(context: Who, asked: A & Days) {
  const agencies = (await agenciesSeen(context.var.work, signedIn(context))).map(({ code }) => code)
  const until = asked.until ?? today()
  return { ...asked, agencies, until, from: asked.from ?? dayOf(`${until.slice(0, 7)}-01`) }
}
