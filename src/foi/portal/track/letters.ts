import type { Context } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../../../office/env.ts'
import { missing, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { paths } from '../../../web/paths.ts'
import { serve } from '../../act/answering.ts'
import { theApplicant } from '../../act/applicant.ts'
import { letterHtml } from '../../render/html.ts'
import { letterFileName, letterFormats, letterMedia, renderLetter } from '../../render/render.ts'
import type { FoiRecord } from '../../store/history.ts'
import { frozenLetter } from '../../store/letters.ts'
import { toOthers } from './view.ts'

/** A letter of the request as it was sent: on the page, as PDF or as Word. Opening the answer is its service. */
export async function trackedLetter(context: Context<AppEnv>, record: FoiRecord): Promise<Response> {
  const [, id, ending] = /^([\da-f-]{36})\.(\w+)$/.exec(context.req.param('file') ?? '') ?? []
  const format = letterFormats.find(each => each === ending)
  if (id === undefined || format === undefined) return missing(context)
  const letter = await frozenLetter(context.var.work, record.request.id, id)
  if (letter === undefined || toOthers.includes(letter.kind)) return missing(context)
  if (letter.kind === 'answer') await served(context, record)
  if (format === 'html') {
    const main = html`<p class="no-print"><a href="${paths.tracked()}">返回申请 ${record.request.number}</a>　<a href="${paths.trackedLetter(id, 'pdf')}">下载 PDF</a>　<a href="${paths.trackedLetter(id, 'docx')}">下载 Word</a></p>${letterHtml(letter)}`
    return shown(context, { title: letter.title, script: true }, main)
  }
  return context.body(Uint8Array.from(await renderLetter(letter, format)), 200, {
    'content-type': letterMedia[format],
    'content-disposition': namedFile(letterFileName(letter, format)),
  })
}

/** Where the applicant chose the internet, the first opening of the answer proves its service, Art. 40. */
async function served(context: Context<AppEnv>, { request, standing }: FoiRecord): Promise<void> {
  if (standing.state !== 'answered' || request.servingWay !== 'internet') return
  const doing = { id: request.id, by: theApplicant, today: today(), asApplicant: true }
  await serve(context.var.work, doing, { way: 'internet', proof: '申请人凭查询码打开答复，系统自动记录' })
}
