import { basename } from 'node:path'
import { mappingSaid, withBelow } from '../../disclosure/act/importing/asking.ts'
import { runSite, type SiteRun } from '../../disclosure/act/importing/site-run.ts'
import { hinders, type SiteFault, siteFaultLabel } from '../../disclosure/importing/fault.ts'
import type { SiteMapping } from '../../disclosure/importing/mapping.ts'
import { type SiteFiles, siteFiles } from '../../disclosure/read/site/files.ts'
import { agencyTree, theSystem } from '../../office/agencies.ts'
import { today } from '../../platform/clock.ts'
import { HurtFile } from '../../platform/strange/hurt-file.ts'
import { decodeText } from '../../platform/text/encoding.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { argumentsOf, bytesOf, CannotDo, type Command, printJson } from './command.ts'
import { withData } from './serve.ts'

const help = `用法：gongkai import items 压缩包或者文件夹 --agency 机构代码 [--mapping 映射.json] [--source 原网站名称] [--dry-run] [--json] [--data 目录]
从原网站迁入主动公开信息：压缩包（ZIP）或者文件夹中的网页，连同附件和图片；其中有 sitemap.xml 或者清单（清单.csv、.xlsx、.json）的，按清单。
--dry-run 只试读，不保存。有错误的页面不迁入并逐页列出，其余的迁入；再次运行时，已迁入的不重复。
退出码：0 没有错误；1 有页面不能迁入；2 不能办理。`

/** What is asked on the command line. */
interface Asked {
  readonly path: string
  readonly agency: string
  readonly source: string
  readonly mapping: SiteMapping
  readonly dry: boolean
}

/** `gongkai import items FILE --agency CODE`. */
export const importItems: Command = {
  help,
  async run(args) {
    const options = {
      ...({ agency: { type: 'string' }, mapping: { type: 'string' }, source: { type: 'string' } } as const),
      ...({ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, data: { type: 'string' } } as const),
    }
    const { values, positionals } = argumentsOf(args, options, help)
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) throw new CannotDo(`请给出一个压缩包或者文件夹。\n${help}`)
    if (values.agency === undefined) throw new CannotDo(`请用 --agency 给出机构代码。\n${help}`)
    const asked: Asked = {
      ...{
        path,
        agency: values.agency,
        source: values.source ?? basename(path),
        dry: values['dry-run'] === true,
      },
      mapping: await mappingIn(values.mapping),
    }
    const files = await opened(path)
    const where = values.data === undefined ? [] : ['--data', values.data]
    try {
      return await withData(where, ({ work }) => imported(work, asked, { files, json: values.json === true }))
    } catch (cause) {
      throw cause instanceof HurtFile ? new CannotDo(cause.message) : cause
    } finally {
      await files.close()
    }
  },
}

async function opened(path: string): Promise<SiteFiles> {
  try {
    return await siteFiles(path)
  } catch (cause) {
    if (cause instanceof HurtFile) throw new CannotDo(`无法打开“${path}”：${cause.message}`)
    throw cause
  }
}

async function mappingIn(file: string | undefined): Promise<SiteMapping> {
  if (file === undefined) return {}
  const text = decodeText(await bytesOf(file))
  const said = mappingSaid(jsonOf(text, file))
  if (isRefusal(said)) throw new CannotDo(`“${file}”：${said.message}`)
  return said.mapping
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotDo(`映射“${file}”不是有效的 JSON 文件。`)
  }
}

async function imported(
  work: Work,
  { agency, source, mapping, dry }: Asked,
  { files, json }: { readonly files: SiteFiles; readonly json: boolean },
): Promise<number> {
  const tree = await agencyTree(work)
  if (!tree.some(({ code }) => code === agency))
    throw new CannotDo(`没有代码为“${agency}”的机构。现有：${tree.map(({ code }) => code).join('、')}`)
  const faults: SiteFault[] = []
  const site = { files, agency, source, mapping, by: theSystem, today: today(), tree }
  const run = await runSite(
    work,
    { ...site, mayBe: withBelow(agency, tree) },
    {
      keep: !dry,
      telling: {
        fault: fault => (json ? faults.push(fault) : process.stderr.write(`\r${lineOf(fault)}\n`)),
        progress: ({ pages }) => void process.stderr.write(`\r已读 ${pages} 页`),
      },
    },
  )
  process.stderr.write('\n')
  if (json) printJson({ agency, source, dryRun: dry, ...run, faults: faults.map(toldFault) })
  else console.log(said(run, dry))
  return run.faulty > 0 ? 1 : 0
}

const toldFault = (fault: SiteFault) => ({ ...fault, severity: hinders(fault) ? 'error' : 'warning' })

function lineOf(fault: SiteFault): string {
  const { path, kind, message } = fault
  return `${hinders(fault) ? '错误' : '提示'} ${path}：${siteFaultLabel(kind)}。${message}`
}

function said(
  { pages, items, already, faulty, duplicates, warned, files, removed }: SiteRun,
  dry: boolean,
): string {
  const lines = [
    `共读 ${pages} 页，${dry ? `可以迁入 ${items} 件（试读，没有保存）` : `已迁入 ${items} 件`}，附件和图片 ${files} 个。`,
    `以前已迁入 ${already} 件；不能迁入 ${faulty} 页，其中重复 ${duplicates} 页；有提示的 ${warned} 页；从正文删除脚本、样式等 ${removed} 处。`,
  ]
  return lines.join('\n')
}
