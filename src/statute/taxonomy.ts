/** Why information is withheld 不予公开: Arts 14–16 and 36; the eight rows of (三). */
export const withheldGrounds = [
  'stateSecret', // 属于国家秘密, Art. 14
  'otherLaw', // 其他法律行政法规禁止公开, Art. 14
  'publicSafety', // 危及“三安全一稳定”, Art. 14
  'thirdParty', // 保护第三方合法权益, Art. 15
  'internalAffairs', // 属于三类内部事务信息, Art. 16
  'deliberative', // 属于四类过程性信息, Art. 16
  'enforcementFile', // 属于行政执法案卷, Art. 16
  'administrativeInquiry', // 属于行政查询事项, Art. 36 (7)
] as const
export type WithheldGround = (typeof withheldGrounds)[number]

/** Why information cannot be given 无法提供: Arts 36 and 38; the three rows of (四). */
export const unavailableGrounds = ['notHeld', 'needsCreation', 'stillUnclear'] as const
export type UnavailableGround = (typeof unavailableGrounds)[number]

/** Why a request is not processed 不予处理: Arts 35, 36 and 39; the five rows of (五). */
export const unprocessedGrounds = [
  'petition',
  'repeated',
  'publication',
  'abusive',
  'reconfirmation',
] as const
export type UnprocessedGround = (typeof unprocessedGrounds)[number]

/** How a request ends otherwise 其他处理: Arts 30 and 42; the three rows of (六). */
export const closedGrounds = ['uncorrected', 'unpaid', 'other'] as const
export type ClosedGround = (typeof closedGrounds)[number]

/** How a request for information ends 办理结果: one request, one outcome, one row of the statutory form. */
export type Outcome =
  | { readonly kind: 'granted' }
  | { readonly kind: 'partlyGranted' }
  | { readonly kind: 'withheld'; readonly ground: WithheldGround }
  | { readonly kind: 'unavailable'; readonly ground: UnavailableGround }
  | { readonly kind: 'unprocessed'; readonly ground: UnprocessedGround }
  | { readonly kind: 'closed'; readonly ground: ClosedGround }

type RowOf<O extends Outcome> = O extends {
  readonly kind: infer K extends string
  readonly ground: infer G extends string
}
  ? `${K}.${G}`
  : O['kind']

/** A result row of the statutory form, 国办公开办函〔2021〕30号; an outcome without a row does not compile. */
export type ResultRow = RowOf<Outcome>

/** The row that counts this outcome. */
export function rowOf(outcome: Outcome): ResultRow {
  switch (outcome.kind) {
    case 'granted':
    case 'partlyGranted':
      return outcome.kind
    case 'withheld':
      return `withheld.${outcome.ground}`
    case 'unavailable':
      return `unavailable.${outcome.ground}`
    case 'unprocessed':
      return `unprocessed.${outcome.ground}`
    case 'closed':
      return `closed.${outcome.ground}`
  }
}

/** The result rows in the order of the form. */
export const resultRows: readonly ResultRow[] = [
  'granted',
  'partlyGranted',
  ...withheldGrounds.map(ground => `withheld.${ground}` as const),
  ...unavailableGrounds.map(ground => `unavailable.${ground}` as const),
  ...unprocessedGrounds.map(ground => `unprocessed.${ground}` as const),
  ...closedGrounds.map(ground => `closed.${ground}` as const),
]

/** The label of a result row as the form prints it, without its number. */
export const resultLabel = {
  granted: '予以公开',
  partlyGranted: '部分公开（区分处理的，只计这一情形，不计其他情形）',
  'withheld.stateSecret': '属于国家秘密',
  'withheld.otherLaw': '其他法律行政法规禁止公开',
  'withheld.publicSafety': '危及“三安全一稳定”',
  'withheld.thirdParty': '保护第三方合法权益',
  'withheld.internalAffairs': '属于三类内部事务信息',
  'withheld.deliberative': '属于四类过程性信息',
  'withheld.enforcementFile': '属于行政执法案卷',
  'withheld.administrativeInquiry': '属于行政查询事项',
  'unavailable.notHeld': '本机关不掌握相关政府信息',
  'unavailable.needsCreation': '没有现成信息需要另行制作',
  'unavailable.stillUnclear': '补正后申请内容仍不明确',
  'unprocessed.petition': '信访举报投诉类申请',
  'unprocessed.repeated': '重复申请',
  'unprocessed.publication': '要求提供公开出版物',
  'unprocessed.abusive': '无正当理由大量反复申请',
  'unprocessed.reconfirmation': '要求行政机关确认或重新出具已获取信息',
  'closed.uncorrected': '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'closed.unpaid': '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'closed.other': '其他',
} as const satisfies Record<ResultRow, string>
