import { type SiteField, siteFieldLabel } from './mapping.ts'

/** What can be wrong with a page of an older site: what it is called, and whether the page can be kept all the same. */
const kinds = {
  unreadable: ['读不出', 'error'],
  notInArchive: ['清单中的页面缺失', 'error'],
  notArticle: ['不是信息页面', 'error'],
  noTitle: ['没有标题', 'error'],
  noBody: ['没有正文', 'error'],
  noDate: ['没有公开日期', 'error'],
  badDate: ['日期读不出', 'error'],
  futureDate: ['日期在今天之后', 'error'],
  publishedBeforeMaking: ['公开早于成文', 'error'],
  endedBeforeMaking: ['废止早于成文', 'error'],
  endUnknown: ['废止情况不明', 'error'],
  unknownAgency: ['机构不明', 'error'],
  foreignAgency: ['属于其他机关', 'error'],
  sameAddress: ['原地址重复', 'error'],
  sameIndexNumber: ['索引号重复', 'error'],
  sameDocumentNumber: ['发文字号重复', 'error'],
  tooLong: ['内容过长', 'error'],
  missingFile: ['附件缺失', 'warning'],
  refusedFile: ['附件不能接收', 'warning'],
  missingPicture: ['图片缺失', 'warning'],
  refusedPicture: ['图片不能接收', 'warning'],
  removed: ['删除了不安全内容', 'warning'],
  onlyFiles: ['正文没有文字', 'warning'],
  unknownColumn: ['栏目没有对应', 'warning'],
  missingField: ['缺少应填项目', 'warning'],
} as const satisfies Record<string, readonly [string, 'error' | 'warning']>
export type SiteFaultKind = keyof typeof kinds
const isKind = (text: string): text is SiteFaultKind => text in kinds

/** All kinds, those first with which a page cannot be kept. */
export const siteFaultKinds: readonly SiteFaultKind[] = Object.keys(kinds).filter(isKind)

/** What is wrong with a page: which page, in what, what stands there, and what to do. */
export interface SiteFault {
  readonly path: string
  readonly kind: SiteFaultKind
  /** The field, as pages call it; empty where it concerns the whole page. */
  readonly label: string
  readonly value: string
  readonly message: string
}

/** The kind as pages call it. */
export function siteFaultLabel(kind: SiteFaultKind): string {
  return kinds[kind][0]
}

/** Can a page with this not be kept? */
export function hinders({ kind }: Pick<SiteFault, 'kind'>): boolean {
  return kinds[kind][1] === 'error'
}

/** What is told of a page as it is found. */
export type TellFault = (kind: SiteFaultKind, message: string, about?: FaultAbout) => void

interface FaultAbout {
  readonly field?: SiteField | undefined
  readonly value?: string | undefined
}

/** Collects what is wrong with one page. */
export function faultsOf(path: string): { readonly faults: SiteFault[]; readonly tell: TellFault } {
  const faults: SiteFault[] = []
  const tell: TellFault = (kind, message, { field, value = '' } = {}) => {
    const label = field === undefined ? '' : siteFieldLabel[field]
    faults.push({ path, kind, label, value: value.slice(0, 100), message })
  }
  return { faults, tell }
}
