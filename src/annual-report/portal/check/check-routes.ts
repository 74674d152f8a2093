import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html, raw } from 'hono/html'
import { z } from 'zod'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { styles } from '../../../web/assets.ts'
import { paths } from '../../../web/paths.ts'
import { findingsForm, reportForm } from '../../api/forms.ts'
import { titleOf } from '../../printed/document.ts'
import type { ReportFile } from '../../read/kind.ts'
import { Unreadable } from '../../read/unreadable.ts'
import { checkForm } from './check-page.ts'
import { type Checked, check } from './checked.ts'
import { exampleReport } from './example.ts'
import { checkResult, takeAway } from './result-page.ts'

const about = { title: '年报体检', script: true }

/** 年报体检: anybody checks any published report; nothing is kept. */
export function checkRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.check(), context => shown(context, about, checkForm()))
  const limit = bodyLimit({
    maxSize: 42 * 1024 * 1024,
    onError: context => shown(context, about, checkForm('文件超过 20 MB，请压缩图片或改传文本。'), 413),
  })
  portal.post(paths.check(), rateLimit(60), limit, checkUploaded)
  portal.post(paths.checkExample(), rateLimit(60), async context => {
    const bytes = new TextEncoder().encode(JSON.stringify(exampleReport()))
    return answer(context, await check({ name: '示例.json', bytes }, undefined))
  })
  portal.get(paths.checkExample(), context => context.redirect(paths.check(), 303))
  portal.get(paths.checkFile(), context => context.redirect(paths.check(), 303))
  portal.post(paths.checkFile(), rateLimit(60), limit, giveResult)
}

async function checkUploaded(context: Context<AppEnv>): Promise<Response> {
  const body = await context.req.parseBody()
  const words = (field: unknown) => (typeof field === 'string' ? field.trim() : '')
  const typed = { text: words(body.text), previousText: words(body.previousText) }
  try {
    const file = await given(body.file, typed.text)
    if (file === undefined) {
      const empty = body.file instanceof File && body.file.name !== ''
      const why = empty
        ? `“${body.file instanceof File ? body.file.name : ''}”是空文件，请另选一个。`
        : '请选择一个文件，或粘贴报告全文。'
      return shown(context, about, checkForm(why, typed), 422)
    }
    return answer(context, await check(file, await given(body.previous, typed.previousText)))
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    return shown(context, about, checkForm(cause.message, typed), 422)
  }
}

async function given(file: unknown, text: string): Promise<ReportFile | undefined> {
  if (file instanceof File && file.size > 0) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  if (text === '') return undefined
  const name = text.startsWith('<') ? '粘贴.html' : text.startsWith('{') ? '粘贴.json' : '粘贴.txt'
  return { name, bytes: new TextEncoder().encode(text) }
}

function answer(context: Context<AppEnv>, checked: Checked): Promise<Response> {
  context.header('cache-control', 'no-store')
  const title = `体检结果：${titleOf(checked.report)}`
  return shown(context, { title, script: true }, html`${checkResult(checked)}${takeAway(checked)}`)
}

const resultForm = z.object({
  report: reportForm,
  findings: findingsForm,
  previous: z.object({ agency: z.string(), year: z.int() }).nullable(),
  notices: z.array(z.string().max(500)).max(5),
})

/** The result as a file: what the page brought along, in its own form. */
async function giveResult(context: Context<AppEnv>): Promise<Response> {
  const { result, as } = await context.req.parseBody()
  const parsed = resultForm.safeParse(jsonIn(result))
  if (!parsed.success) {
    return shown(context, about, checkForm('结果不完整，请重新体检后再下载。'), 422)
  }
  const checked = parsed.data
  const { agency, year } = checked.report
  const name = (ending: string) => namedFile(`年报体检-${agency}-${year}.${ending}`)
  if (as === 'json') {
    const { report, findings } = checked
    return context.json({ report, findings }, 200, { 'content-disposition': name('json') })
  }
  const file = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>体检结果：${titleOf(checked.report)}</title><style>${raw(styles.text)}</style></head><body><main>${checkResult(checked)}</main></body></html>`
  return context.html(file, 200, { 'content-disposition': name('html') })
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}
