import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { AppEnv } from '../../office/env.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { paths } from '../../web/paths.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../form.ts'
import { readReport } from '../read/read.ts'
import { Unreadable } from '../read/unreadable.ts'
import { verify } from '../verify.ts'
import { checkForm, checkResult } from './check-page.ts'
import { shown } from './shown.ts'

/** 年报体检: anybody checks any published report; nothing is kept. */
export function checkRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.check(), context => shown(context, { title: '年报体检' }, checkForm()))
  const limit = bodyLimit({
    maxSize: 42 * 1024 * 1024,
    onError: context =>
      shown(context, { title: '年报体检' }, checkForm('文件超过 20 MB，请压缩图片或改传文本。'), 413),
  })
  portal.post(paths.check(), rateLimit(60), limit, async context => {
    const body = await context.req.parseBody()
    const text = typeof body.text === 'string' ? body.text.trim() : ''
    try {
      const file = await uploaded(body.file, text)
      if (file === undefined) {
        return shown(context, { title: '年报体检' }, checkForm('请选择一个文件，或粘贴报告全文。'), 422)
      }
      const previous = await uploaded(body.previous, '')
      const { report, findings, assertions } = await readReport(file)
      const before = previous === undefined ? undefined : (await readReport(previous)).report
      const ruled = verify(report, { assertions, previous: before })
      const read = findings.filter(one => !ruled.some(other => other.where.join() === one.where.join()))
      return answer(context, { report, findings: [...read, ...ruled], as: String(body.as ?? 'page') })
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause
      return shown(context, { title: '年报体检' }, checkForm(cause.message, text), 422)
    }
  })
}

async function uploaded(file: unknown, text: string) {
  if (file instanceof File && file.size > 0) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  if (text === '') return undefined
  return { name: text.startsWith('<') ? '粘贴.html' : '粘贴.txt', bytes: new TextEncoder().encode(text) }
}

interface Result {
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
  readonly as: string
}

async function answer(context: Context<AppEnv>, { report, findings, as }: Result) {
  const name = (ending: string) =>
    `attachment; filename*=UTF-8''${encodeURIComponent(`年报体检-${report.agency}-${report.year}.${ending}`)}`
  if (as === 'json') {
    return context.json({ report, findings }, 200, { 'content-disposition': name('json') })
  }
  const result = checkResult(report, findings)
  if (as === 'html') {
    const file = html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>年报体检</title></head><body>${result}</body></html>`
    return context.html(file, 200, { 'content-disposition': name('html') })
  }
  return shown(context, { title: '体检结果' }, result)
}
