import { randomUUID } from 'node:crypto'
import { faultsOf, hinders, type SiteFault, type TellFault } from '../../importing/fault.ts'
import { sourcesOf } from '../../importing/mapping.ts'
import { type PageUnderstood, type Understanding, understood } from '../../importing/understand.ts'
import { type RemovedKind, removedKinds, type SiteBody, siteBody } from '../../read/site/body.ts'
import type { SiteFiles } from '../../read/site/files.ts'
import { readPage } from '../../read/site/page.ts'
import { bytesOfPage, type PageNamed } from '../../read/site/pages.ts'
import { type FoundFile, foundFiles } from './site-files.ts'

/** A page of an older site as it would be kept. */
export interface PageIn {
  readonly path: string
  readonly page: PageUnderstood
  readonly body: SiteBody
  readonly files: readonly FoundFile[]
}

/** What came of reading a page: what is wrong with it, and the page where nothing hinders. */
export interface PageOutcome {
  readonly path: string
  readonly faults: readonly SiteFault[]
  readonly removed: Readonly<Record<RemovedKind, number>> | undefined
  readonly read: PageIn | undefined
}

const removedLabel = {
  ...{
    script: '脚本',
    style: '样式',
    svg: 'SVG 图形',
    frame: '嵌入框架',
    data: '内嵌数据',
    handler: '事件代码',
  },
} as const satisfies Record<RemovedKind, string>
const longestBody = 2_000_000
/** Stands for the files of a page in its body; no page of any site can know it. */
const mark = randomUUID()

/** Reads a page and understands it as the mapping says. */
export async function pageIn(files: SiteFiles, named: PageNamed, about: Understanding): Promise<PageOutcome> {
  const { faults, tell } = faultsOf(named.name)
  const nothing = { path: named.name, faults, removed: undefined, read: undefined }
  const bytes = await bytesOfPage(files, named, tell)
  if (bytes === undefined) return nothing
  const bodies = sourcesOf(about.mapping, 'body').map(({ name }) => name)
  const read = readPage(bytes, bodies)
  const page = understood(read, about, tell)
  if (read.body === undefined || page === undefined) {
    const isArticle = !faults.some(({ kind }) => kind === 'notArticle')
    if (read.body === undefined && isArticle) noBody(tell)
    return nothing
  }
  const following = { page: { name: named.name, oldPath: page.old }, place: about.place, mark }
  const body = siteBody(read.body, following)
  tellBody(body, tell)
  const found = await foundFiles(files, body.files, tell)
  const whole = faults.some(hinders) ? undefined : { path: named.name, page, body, files: found }
  return { path: named.name, faults, removed: body.removed, read: whole }
}

function noBody(tell: TellFault): void {
  tell('noBody', '没有读出正文，请在映射中指明正文在哪个页面元素里。', { field: 'body' })
}

function tellBody({ html, words, files, removed }: SiteBody, tell: TellFault): void {
  if (words === '' && files.length === 0) noBody(tell)
  else if (words === '')
    tell('onlyFiles', '正文没有文字，只有图片或者附件；请补上文字，便于检索和无障碍阅读。', { field: 'body' })
  if (html.length > longestBody)
    tell('tooLong', `正文有 ${html.length} 个字符，超过 200 万，请分成几件。`, { field: 'body' })
  const gone = removedKinds.filter(kind => removed[kind] > 0)
  if (gone.length === 0) return
  const parts = gone.map(kind => `${removedLabel[kind]} ${removed[kind]} 处`).join('、')
  tell('removed', `正文中有${parts}，迁入时已删除，文字不受影响；请对照原页面核对。`, { field: 'body' })
}
