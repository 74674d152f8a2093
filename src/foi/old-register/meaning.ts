import { type ResultRow, resultLabel, resultRows } from '../../statute/taxonomy.ts'
import type { ApplicantKind, Channel, GivingForm, ServingWay } from '../request.ts'

type Words<T extends string> = readonly (readonly [T, RegExp])[]

const channelWords: Words<Channel> = [
  ['registeredPost', /挂号|特快|EMS|快递|专递/i],
  ['internet', /网|邮件|邮箱|在线|平台|线上/],
  ['counter', /当面|现场|窗口|面交|当场/],
  ['fax', /传真/],
  ['oral', /口头|电话/],
  ['post', /信函|邮寄|信件|平信|邮政|来信/],
]

/** The channel that a cell says. */
export function channelInCell(text: string): Channel | undefined {
  return channelWords.find(([, words]) => words.test(text))?.[0]
}

const kindWords: Words<ApplicantKind> = [
  ['naturalPerson', /自然人|个人|公民|居民|村民/],
  ['legalService', /法律服务|律师|律所/],
  ['research', /科研|高校|学校|研究/],
  ['charity', /公益|社会团体|社会组织|基金会/],
  ['business', /企业|公司|商业|法人$/],
  ['other', /其他|其它/],
]

/** The kind of applicant that a cell says. */
export function applicantKindInCell(text: string): ApplicantKind | undefined {
  return kindWords.find(([, words]) => words.test(text))?.[0]
}

/** The form of giving that a cell says; blank and unknown words leave it to paper, as old registers mostly do. */
export function givingFormInCell(text: string): GivingForm {
  if (/电子|邮件|邮箱|光盘|网/.test(text)) return 'electronic'
  return /查阅|阅览|抄录|现场/.test(text) ? 'onTheSpot' : 'paper'
}

/** The way of serving that a cell says; blank and unknown words leave it to the post. */
export function servingWayInCell(text: string): ServingWay {
  if (/网|电子|邮件|邮箱|在线/.test(text)) return 'internet'
  return /自取|自行|领取|当面|现场|窗口/.test(text) ? 'counter' : 'post'
}

const outcomeWords: Words<ResultRow> = [
  ['withheld.stateSecret', /国家秘密|涉密/],
  ['withheld.otherLaw', /法律.*法规.*禁止|法律.*禁止公开/],
  ['withheld.publicSafety', /三安全|公共安全|国家安全|社会稳定/],
  ['withheld.thirdParty', /第三方|商业秘密|个人隐私/],
  ['withheld.internalAffairs', /内部事务|内部管理/],
  ['withheld.deliberative', /过程性/],
  ['withheld.enforcementFile', /执法案卷/],
  ['withheld.administrativeInquiry', /行政查询/],
  ['unavailable.notHeld', /不掌握|不存在|非本(?:机关|单位|部门)|不属于?本(?:机关|单位|部门)/],
  ['unavailable.needsCreation', /另行制作|没有现成|加工|汇总分析/],
  ['unavailable.stillUnclear', /仍不明确|内容不明确/],
  ['unprocessed.petition', /信访|举报|投诉/],
  ['unprocessed.repeated', /重复申请|重复答复/],
  ['unprocessed.publication', /公开出版物/],
  ['unprocessed.abusive', /大量反复|反复申请|大量.*申请/],
  ['unprocessed.reconfirmation', /要求.*确认|重新出具/],
  ['closed.uncorrected', /不补正|未补正/],
  ['closed.unpaid', /(?:不|未).*缴/],
  ['closed.other', /撤回|撤销|终止|^其[他它](?:处理)?$/],
]

/** What was understood of the words for an outcome. */
export type OutcomeSaid =
  | { readonly kind: 'row'; readonly row: ResultRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'several'; readonly rows: readonly ResultRow[] }

/** The row of the annual report that these words mean; the office's own meanings go first, 部分公开 counts alone. */
export function outcomeInCell(text: string, meanings: Readonly<Record<string, ResultRow>>): OutcomeSaid {
  const said = text.trim()
  const own = Object.hasOwn(meanings, said) ? meanings[said] : undefined
  const exact = own ?? resultRows.find(row => row === said || resultLabel[row] === said)
  if (exact !== undefined) return { kind: 'row', row: exact }
  const plain = said.replaceAll(/[\s\d（）()〔〕[\]、.．：:一二三四五六七八]/g, '')
  if (/部分公开/.test(plain)) return { kind: 'row', row: 'partlyGranted' }
  const grounds = outcomeWords.filter(([, words]) => words.test(plain)).map(([row]) => row)
  const [row] = grounds
  if (grounds.length > 1) return { kind: 'several', rows: grounds }
  if (row !== undefined) return { kind: 'row', row }
  return /^(?:予以公开|全部公开|同意公开|已?主动公开|公开|已公开|依申请公开)$/.test(plain)
    ? { kind: 'row', row: 'granted' }
    : { kind: 'unknown' }
}
