import { plainWords } from './table/wording.ts'

/** The parts of a report: 一 总体情况 … 六 其他需要报告的事项. */
export type Section = 'overview' | 'proactive' | 'applications' | 'remedies' | 'problems' | 'otherMatters'

/** The parts in the order of the form. */
export const sections = [
  'overview',
  'proactive',
  'applications',
  'remedies',
  'problems',
  'otherMatters',
] as const

/** How a part is headed on the form. */
export const sectionLabel = {
  overview: '一、总体情况',
  proactive: '二、主动公开政府信息情况',
  applications: '三、收到和处理政府信息公开申请情况',
  remedies: '四、政府信息公开行政复议、行政诉讼情况',
  problems: '五、存在的主要问题及改进情况',
  otherMatters: '六、其他需要报告的事项',
} as const satisfies Record<Section, string>

const words: readonly (readonly [Section, RegExp])[] = [
  ['overview', /^(?:政府信息公开工作)?(?:总体|基本)(?:工作)?情况$/],
  ['proactive', /^(?:行政机关)?主动公开政府信息(?:的)?情况$/],
  ['applications', /^(?:行政机关)?(?:收到和处理|收到及处理|办理|处理)政府信息公开申请(?:的)?情况$/],
  [
    'remedies',
    /^(?:因)?政府信息公开(?:工作)?(?:被申请|申请|提起)?(?:行政)?复议(?:和|及|或|被提起|提起)?(?:行政)?诉讼(?:的)?情况$/,
  ],
  [
    'problems',
    /^(?:政府信息公开工作)?(?:存在的?)(?:主要)?问题(?:及|和|与)(?:改进|整改|下一步)(?:工作)?(?:情况|措施|打算)?$/,
  ],
  ['otherMatters', /^(?:其他)?(?:需要|应当)(?:报告|说明)的(?:其他)?事项$/],
]

/** The part that this line is the heading of. */
export function sectionHeaded(line: string): Section | undefined {
  if (line.length > 60) return undefined
  if (!/[情问题况事项]/.test(line)) return undefined
  const numbered =
    /^\s*[(（]?[一二三四五六七八][)）]?[、.．,，:：\s]/.test(line) || !/[。;；:：,，]/.test(line)
  if (!numbered || /[。;；]/.test(line)) return undefined
  const plain = plainWords(line)
  return words.find(([, word]) => word.test(plain))?.[0]
}

/** Does the report end before this line: explanations under it, or what a site puts below every page? */
export function isAfterReport(line: string): boolean {
  if (line.length > 60) return false
  return /^\s*(?:附[:：、]?\s*说明$|[【[]?(?:打印|关闭|返回顶部|我要纠错)|分享到|扫一扫|版权所有|主办单位|承办单位[:：]|上一篇|下一篇|相关附件|附件下载|责任编辑|网站标识码)/.test(
    line,
  )
}
