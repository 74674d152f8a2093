import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Hono } from 'hono'
import { citizensPortal } from '../../disclosure/portal/citizens.ts'
import { disclosurePortal } from '../../disclosure/portal/routes.ts'
import { seriesPortal } from '../../disclosure/portal/series/routes.ts'
import type { StillAsked } from '../../disclosure/portal/still/copy.ts'
import { type StillSite, writeStillSite } from '../../disclosure/portal/still/export.ts'
import type { AppEnv } from '../../office/env.ts'
import { missing } from '../../office/portal/shown.ts'
import { now } from '../../platform/clock.ts'
import { type Site, setting } from '../../platform/settings.ts'
import { type Work, workOn } from '../../platform/work.ts'
import { iconText, script, stillScript, styles } from '../../web/assets.ts'
import { argumentsOf, CannotDo, type Command, printJson } from './command.ts'
import { withData } from './serve.ts'

const help = `用法：gongkai export site 文件夹 [--without-renderings] [--data 目录] [--json]
把公开的政府信息导出为静态网站：不需要服务器，链接和搜索都可用。
每件信息另有 Word、PDF 和纯文本文件；--without-renderings 不写这些文件，导出快得多。
先写入临时文件夹，全部完成才换成指定的文件夹；该文件夹应为空，或者是以前导出的。`
const mark = 'export.json'

/** What an export did. */
export interface Exported extends StillSite {
  readonly folder: string
  /** The domain of the site that it is a copy of; empty where the settings name none. */
  readonly domain: string
  readonly at: string
  readonly seconds: number
}

/** `gongkai export site DIR`. */
export const exportSiteCommand: Command = {
  help,
  async run(args) {
    const flag = { type: 'boolean' } as const
    const options = { json: flag, data: { type: 'string' }, 'without-renderings': flag } as const
    const { values, positionals } = argumentsOf(args, options, help)
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) throw new CannotDo(`请给出一个文件夹。\n${help}`)
    await freeFolder(folder)
    const where = values.data === undefined ? [] : ['--data', values.data]
    return await withData(where, async ({ work }) => {
      const renderings = values['without-renderings'] !== true
      const say = (pages: number) => process.stderr.write(`\r已写 ${pages} 页`)
      const done = await exportSite(work, folder, { renderings, say })
      process.stderr.write('\n')
      if (values.json === true) printJson(done)
      else console.log(said(done))
      return done.unanswered.length === 0 ? 0 : 1
    })
  },
}

function said({
  pages,
  files,
  items,
  results,
  bytes,
  seconds,
  folder,
  unanswered,
  domain,
}: Exported): string {
  const nameless =
    domain === ''
      ? '还没有在设置中填写网站域名：副本里的引用格式和 META 写的是 http://localhost，请填写后重新导出。\n'
      : ''
  const lost =
    unanswered.length === 0
      ? ''
      : `有 ${unanswered.length} 个地址没有内容：${unanswered.slice(0, 5).join('、')}`
  return `已导出 ${items} 条信息，共 ${pages} 页（另有长辈版）、${files} 个文件、${results} 条许可和处罚等结果，${(bytes / 1024 / 1024).toFixed(1)} MB，用时 ${seconds.toFixed(1)} 秒：${folder}\n${nameless}${lost}`.trim()
}

/** Where a copy may stand. @throws CannotDo where the folder holds something else, or cannot be made */
async function freeFolder(to: string): Promise<string> {
  const folder = resolve(to)
  try {
    const held = existsSync(folder) ? await readdir(folder) : []
    if (held.length > 0 && !held.includes(mark)) {
      throw new CannotDo(`“${folder}”里有别的文件。请给出空文件夹，或者以前导出的文件夹。`)
    }
    const probe = await mkdtemp(`${folder}.part-`)
    await rm(probe, { recursive: true })
    return folder
  } catch (cause) {
    if (cause instanceof CannotDo) throw cause
    throw new CannotDo(`不能写入“${folder}”：没有这个上级文件夹，没有权限，或者它不是文件夹。请换一个位置。`)
  }
}

/** Exports the site as it is at this moment, whole or not at all. @throws CannotDo where the folder holds something else */
export async function exportSite(
  work: Work,
  to: string,
  how: Pick<StillAsked, 'renderings' | 'say'>,
): Promise<Exported> {
  const folder = await freeFolder(to)
  const began = performance.now()
  const part = `${folder}.part-${process.pid}`
  await rm(part, { recursive: true, force: true })
  try {
    const { said, ...site } = await written(work, part, how)
    if (site.items === 0) throw new CannotDo('没有已公开的信息，没有导出，以前导出的也没有改动。')
    const named = said.domain === 'localhost' ? '' : said.domain
    const done = { ...site, folder, domain: named, at: now(), seconds: (performance.now() - began) / 1000 }
    await writeFile(join(part, mark), `${JSON.stringify(done, null, 2)}\n`)
    await put(part, folder)
    return done
  } catch (cause) {
    await rm(part, { recursive: true, force: true })
    throw cause
  }
}

/** All pages from one view of the database, so that what is published meanwhile is either everywhere or nowhere. */
async function written(
  work: Work,
  part: string,
  how: Pick<StillAsked, 'renderings' | 'say'>,
): Promise<StillSite & { readonly said: Site }> {
  await mkdir(join(part, 'assets'), { recursive: true })
  const assets = {
    'styles.css': styles.text,
    'page.js': script().text,
    'still.js': stillScript(),
    'icon.svg': iconText,
  }
  for (const [name, text] of Object.entries(assets)) await writeFile(join(part, 'assets', name), text)
  await writeFile(join(part, 'index.html'), start)
  return await work.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async snapshot => {
      const view = workOn(snapshot)
      const said = await setting(snapshot, 'site')
      const asked = { folder: part, site: stillPortal(view, said), said, ...how }
      return { ...(await writeStillSite(view, asked)), said }
    })
}

const start =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>政府信息公开</title><meta http-equiv="refresh" content="0; url=disclosure.html"></head><body><p><a href="disclosure.html">政府信息公开</a></p></body></html>\n'

/** The pages that a copy holds, made for a copy. @param said what the site says of itself */
export function stillPortal(work: Work, said: Site): Hono<AppEnv> {
  const site = new Hono<AppEnv>()
  site.use(async (context, next) => {
    context.set('work', work)
    context.set('person', null)
    context.set('still', said)
    await next()
  })
  site.route('/', disclosurePortal())
  site.route('/', citizensPortal())
  site.route('/', seriesPortal())
  site.notFound(missing)
  return site
}

async function put(part: string, folder: string): Promise<void> {
  const old = `${folder}.old-${process.pid}`
  if (existsSync(folder)) await rename(folder, old)
  await rename(part, folder)
  await rm(old, { recursive: true, force: true })
}
