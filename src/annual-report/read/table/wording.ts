import type { ApplicantColumn, FormRow, Remedies, RemedyGroup } from '../../form.ts'

const folded = new Map<string, string>()

/** Words as they are compared: full-width folded, without numbering, spaces and punctuation. */
export function plainWords(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const plain = fold(text)
  if (folded.size > 2_000) folded.clear()
  if (text.length < 80) folded.set(text, plain)
  return plain
}

const numbering =
  /^(?:第[一二三四五六七八]部分[、.,:]?|[(〔[][一二三四五六七八九十\d]{1,3}[)〕\]][、.,:]?|[一二三四五六七八九十]{1,3}[、.,:]|[一二三四](?=[本上结])|\d{1,2}[)、.,:]?(?=\p{Script=Han}))/u

function fold(text: string): string {
  return text
    .replace(/^\s*[①-⑳]/, '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff\u3000]+/g, '')
    .replace(numbering, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const rowWords: readonly (readonly [FormRow, RegExp])[] = [
  ['received', /^本年(?:度)?新收(?:到)?(?:政府信息公开)?(?:申请)?(?:数量|件数|数)?$/],
  ['carriedIn', /^上(?:一)?年(?:度)?结转(?:政府信息公开)?(?:申请)?(?:数量|件数|数)?$/],
  ['granted', /^予以公开(?:的)?$/],
  ['partlyGranted', /^部分公开(?:区分处理的?只计这一情形不计其他情形)?$/],
  ['withheld.stateSecret', /^属于国家秘密$/],
  ['withheld.otherLaw', /^(?:属于)?其他法律(?:和)?行政法规禁止公开(?:的)?$/],
  ['withheld.publicSafety', /^危及三安全一稳定$/],
  ['withheld.thirdParty', /^保护第三方合法权益$/],
  ['withheld.internalAffairs', /^属于三类内部事务信息$/],
  ['withheld.deliberative', /^属于四类过程性信息$/],
  ['withheld.enforcementFile', /^属于行政执法案卷$/],
  ['withheld.administrativeInquiry', /^属于行政查询事项$/],
  ['unavailable.notHeld', /^本(?:行政)?机关不掌握相关政府信息$/],
  ['unavailable.needsCreation', /^没有现成信息(?:需要|需)另行制作$/],
  ['unavailable.stillUnclear', /^补正后申请内容仍不明确$/],
  ['unprocessed.petition', /^信访举报投诉类申请$/],
  ['unprocessed.repeated', /^重复申请$/],
  ['unprocessed.publication', /^要求提供公开出版物$/],
  ['unprocessed.abusive', /^无正当理由大量反复申请$/],
  ['unprocessed.reconfirmation', /^要求行政机关(?:予以)?确认或(?:者)?重新出具已获取信息$/],
  ['closed.uncorrected', /^(?:申请人)?无正当理由逾期不补正/],
  ['closed.unpaid', /^(?:申请人)?逾期(?:未按收费通知要求缴纳费用|不缴费|未缴费)/],
  ['closed.other', /^其他$/],
  ['closed', /^其他处理$/],
  ['resultTotal', /^(?:总计|合计)$/],
  ['carriedOut', /^结转(?:至|到)?下(?:一)?年度?继续办理(?:政府信息公开)?(?:申请)?(?:数量|件数|数)?$/],
]

/** The row of table 3 that this label names. */
export function rowNamed(label: string): FormRow | undefined {
  const plain = plainWords(label)
  return plain === '' ? undefined : rowWords.find(([, words]) => words.test(plain))?.[0]
}

/** Is it the name of a group of rows: 本年度办理结果, 不予公开, 无法提供, 不予处理? */
export function isRowGroup(label: string): boolean {
  return /^(?:本年度?办理结果|不予公开|无法提供|不予处理|其他处理)$/.test(plainWords(label))
}

const columnWords: Readonly<Record<string, ApplicantColumn>> = {
  自然人: 'naturalPerson',
  商业企业: 'business',
  科研机构: 'research',
  社会公益组织: 'charity',
  法律服务机构: 'legalService',
  其他: 'other',
  总计: 'total',
  合计: 'total',
}

/** The column of table 3 that this heading names; `organisations` is 法人或其他组织 over five of them. */
export function columnNamed(heading: string): ApplicantColumn | 'organisations' | undefined {
  const plain = plainWords(heading)
  return /^法人(?:或|和|及)(?:者)?其他组织$/.test(plain) ? 'organisations' : columnWords[plain]
}

const remedyWords: Readonly<Record<string, keyof RemedyGroup>> = {
  结果维持: 'upheld',
  维持: 'upheld',
  结果纠正: 'corrected',
  纠正: 'corrected',
  其他结果: 'other',
  尚未审结: 'pending',
  总计: 'total',
  合计: 'total',
}

/** The column of table 4 that this heading names. */
export function remedyNamed(heading: string): keyof RemedyGroup | undefined {
  return remedyWords[plainWords(heading)]
}

/** The group of table 4 that this heading names; `litigation` is 行政诉讼 over two of them. */
export function remedyGroupNamed(heading: string): keyof Remedies | 'litigation' | undefined {
  const plain = plainWords(heading)
  if (plain === '行政复议') return 'reconsideration'
  if (plain === '行政诉讼') return 'litigation'
  if (/^未经(?:行政)?复议直接(?:起诉|提起诉讼)$/.test(plain)) return 'litigationDirect'
  if (/^(?:经)?(?:行政)?复议后(?:起诉|提起诉讼)$/.test(plain)) return 'litigationAfterReconsideration'
  return undefined
}
