import { zipSync } from 'fflate'
import iconv from 'iconv-lite'

/** A page of an older site, for tests and benchmarks. */
export interface SitePageGiven {
  readonly title?: string
  readonly published?: string
  readonly made?: string
  readonly number?: string
  readonly index?: string
  readonly agency?: string
  readonly column?: string
  readonly body?: string
  /** More rows of the table of facts. */
  readonly facts?: Readonly<Record<string, string>>
  readonly charset?: 'utf-8' | 'gbk'
}

/** A page as old government sites write them: META, a table of facts, an editor's body. */
export function aPage(given: SitePageGiven = {}): Uint8Array {
  const {
    title = '关于试验的通知',
    published = '2023-05-02 09:30',
    column = '其他文件',
    charset = 'utf-8',
  } = given
  const {
    index = '',
    number = '',
    made = '',
    agency = '',
    facts = {},
    body = '<p>第一条 为了试验。</p>',
  } = given
  const rows = Object.entries({
    '索 引 号': index,
    发布机构: agency,
    发文字号: number,
    成文日期: made,
    ...facts,
  })
  const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`
  const markup = `<!DOCTYPE html><html><head><meta charset="${charset}">
<title>${title}_云川市人民政府门户网站</title>${meta('SiteName', '云川市人民政府')}${meta('ArticleTitle', title)}
${meta('PubDate', published)}${meta('ColumnName', column)}<script>track()</script></head><body>
<div class="nav"><a href="/index.html">首页</a></div><table class="xxgk">${rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<tr><td><b>${label}：</b></td><td>${value}</td></tr>`)
    .join('')}</table><h1>${title}</h1>
<div class="main"><div class="TRS_Editor">${body}</div></div></body></html>`
  return charset === 'gbk' ? iconv.encode(markup, 'gb18030') : new TextEncoder().encode(markup)
}

/** An archive of these files. */
export function aZip(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ])
  return zipSync(Object.fromEntries(bytes), { level: 1 })
}
