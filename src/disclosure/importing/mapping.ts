import type { DutyKind, Theme } from '../../statute/proactive.ts'
import type { ItemForm } from '../forms.ts'

/** What is read from a page of an older site. */
export const siteFields = [
  ...(['title', 'body', 'publishedOn', 'madeOn', 'documentNumber', 'indexNumber', 'agency'] as const),
  ...(['column', 'theme', 'genre', 'keywords', 'summary', 'validity', 'endsOn', 'endedBy'] as const),
  ...(['effectiveOn', 'expiresOn', 'address'] as const),
] as const
export type SiteField = (typeof siteFields)[number]

/** The field as pages and error lists call it. */
export const siteFieldLabel = {
  ...{ title: '标题', body: '正文', publishedOn: '公开日期', madeOn: '成文日期', documentNumber: '发文字号' },
  ...{ indexNumber: '索引号', agency: '发布机构', column: '栏目', theme: '主题分类', genre: '体裁' },
  ...{ keywords: '关键词', summary: '摘要', validity: '有效性', endsOn: '废止或者失效日期' },
  ...{ endedBy: '废止依据', effectiveOn: '施行日期', expiresOn: '有效期至', address: '原地址' },
} as const satisfies Record<SiteField, string>

/** Where a value stands: a META of the page, a label of its table of facts, an element, a column of the list, or the same for all. */
export const sourceKinds = ['meta', 'label', 'select', 'list', 'fixed'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const sourceKindLabel = {
  ...{ meta: '页面 META', label: '信息栏', select: '页面元素', list: '清单的列', fixed: '固定内容' },
} as const satisfies Record<SourceKind, string>

/** One place from which a field may be read. */
export interface SiteSource {
  readonly from: SourceKind
  /** The name of the META or label, the selector, the heading, or the value itself. */
  readonly name: string
}

/** What the pages of a column become. */
export interface ColumnMeaning {
  readonly form?: ItemForm | undefined
  readonly duty?: DutyKind | undefined
  readonly theme?: Theme | undefined
}

/** How the pages of an older site are read; what is left out is read as such pages usually are. */
export interface SiteMapping {
  /** The address of the site's front page, `http://www.yunchuan.gov.cn/`. */
  readonly base?: string | undefined
  /** The folder of the archive in which the site's root lies. */
  readonly root?: string | undefined
  /** The list of the pages in the archive; left out, a sitemap.xml or 清单 is looked for. */
  readonly list?: string | undefined
  /** For each field where it may stand; the first place that says something counts. */
  readonly fields?: Readonly<Partial<Record<SiteField, readonly SiteSource[]>>> | undefined
  readonly columns?: Readonly<Record<string, ColumnMeaning>> | undefined
  /** What other names of agencies mean, by agency code. */
  readonly agencies?: Readonly<Record<string, string>> | undefined
  /** Pages whose path begins so are left out. */
  readonly skip?: readonly string[] | undefined
  /** A second page of the same document number: left out, or kept too. */
  readonly sameNumber?: 'skip' | 'keep' | undefined
}

const meta = (...names: readonly string[]) => names.map(name => ({ from: 'meta', name }) as const)
const label = (...names: readonly string[]) => names.map(name => ({ from: 'label', name }) as const)
const select = (...names: readonly string[]) => names.map(name => ({ from: 'select', name }) as const)
const list = (...names: readonly string[]) => names.map(name => ({ from: 'list', name }) as const)

/** Where the fields stand on the pages of most government sites. */
export const usualFields: Readonly<Record<SiteField, readonly SiteSource[]>> = {
  title: [
    ...meta('ArticleTitle'),
    ...label('名称', '标题', '信息名称', '文件名称'),
    ...list('标题', '名称', 'title'),
    ...select('h1', '.article-title', '.title', '#title', 'h2', 'title'),
  ],
  body: select(
    ...['.TRS_Editor', '#zoom', '#UCAP-CONTENT', '.article-content', '#article-content', '.pages_content'],
    ...['.bt_content', '.zwxl-article', '#zoomcon', '.view', '.article_con', '.xl-content', '#content'],
    ...['.content', 'article', '.article', 'main'],
  ),
  publishedOn: [
    ...meta('PubDate'),
    ...label('公开日期', '发布日期', '发布时间', '公开时间', '发布日期时间', '信息发布日期'),
    ...list('公开日期', '发布日期', '发布时间', 'pubdate'),
  ],
  madeOn: [
    ...label('成文日期', '成文时间', '发文日期', '制发日期', '印发日期', '生成日期'),
    ...list('成文日期'),
  ],
  documentNumber: [...label('发文字号', '文号', '文件编号', '发文文号'), ...list('发文字号', '文号')],
  indexNumber: [...label('索引号', '索取号', '信息索引号'), ...list('索引号')],
  agency: [
    ...label('发布机构', '发文机关', '发布单位', '公开机构', '发文单位'),
    ...list('发布机构', '发文机关'),
  ],
  column: [...meta('ColumnName'), ...list('栏目', '栏目名称', 'column')],
  theme: [...label('主题分类', '主题', '信息分类'), ...list('主题分类')],
  genre: [...label('体裁分类', '体裁', '公文种类'), ...list('体裁')],
  keywords: [...meta('Keywords'), ...label('关键词', '主题词'), ...list('关键词')],
  summary: [...meta('Description'), ...label('内容概述', '摘要'), ...list('摘要')],
  validity: [...label('有效性', '效力状态', '时效性', '是否有效', '效力'), ...list('有效性')],
  endsOn: [...label('废止日期', '失效日期', '废止时间'), ...list('废止日期', '失效日期')],
  endedBy: [...label('废止依据', '废止文件', '被何文件废止'), ...list('废止依据')],
  effectiveOn: [...label('施行日期', '实施日期', '生效日期'), ...list('施行日期')],
  expiresOn: [...label('有效期至', '有效期限'), ...list('有效期至')],
  address: [...meta('Url', 'canonical'), ...list('网址', '地址', '链接', 'URL', 'loc')],
}

/** Where a field is looked for: as the mapping says, else as usual. */
export function sourcesOf(mapping: SiteMapping, field: SiteField): readonly SiteSource[] {
  return mapping.fields?.[field] ?? usualFields[field]
}
