import type {
  ClosedGround,
  UnavailableGround,
  UnprocessedGround,
  WithheldGround,
} from '../../statute/taxonomy.ts'
import { regulation } from './letter.ts'

/** Under which article something is withheld, and in which words. */
export interface GroundWords {
  readonly article: string
  readonly why: string
}

/** The grounds for withholding all or a part, in the words of Arts 14–16 and 36. */
export const withheldWords: Readonly<Record<WithheldGround, GroundWords>> = {
  stateSecret: { article: '第十四条', why: '依法确定为国家秘密' },
  otherLaw: { article: '第十四条', why: '属于法律、行政法规禁止公开的政府信息' },
  publicSafety: { article: '第十四条', why: '公开后可能危及国家安全、公共安全、经济安全、社会稳定' },
  thirdParty: { article: '第十五条', why: '涉及商业秘密或者个人隐私，公开会对第三方合法权益造成损害' },
  internalAffairs: { article: '第十六条第一款', why: '属于人事管理、后勤管理、内部工作流程等内部事务信息' },
  deliberative: {
    article: '第十六条第二款',
    why: '属于在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  },
  enforcementFile: { article: '第十六条第二款', why: '属于行政执法案卷信息' },
  administrativeInquiry: {
    article: '第三十六条第七项',
    why: '属于工商、不动产登记资料等信息，有关法律、行政法规对其获取另有特别规定，请依照该规定办理',
  },
}

const unavailable = (article: string, why: string): string =>
  `${why}根据${regulation}${article}的规定，现告知{you}本机关无法提供该政府信息。`

/** Why information cannot be given; what is not held is told as one of `notHeldWords`. */
export const unavailableWords: Readonly<Record<Exclude<UnavailableGround, 'notHeld'>, string>> = {
  needsCreation: unavailable(
    '第三十八条',
    '{you}申请公开的信息没有现成的，需要本机关另行制作、加工或者分析。',
  ),
  stillUnclear: unavailable('第三十条', '经补正，{you}的申请内容仍不明确，本机关无法据以查找。'),
}

/** Art. 36 (4) and (5): it does not exist, or it is another agency's, which is named where it is known. */
export const notHeldWords = {
  notExisting: `经检索，没有{you}申请公开的政府信息。根据${regulation}第三十六条第四项的规定，现告知{you}该政府信息不存在，本机关无法提供。`,
  notOurs: `经审查，{you}申请公开的政府信息不属于本机关负责公开。根据${regulation}第三十六条第五项的规定，现告知{you}本机关无法提供，负责公开该信息的机关尚不能确定。`,
  named: (agency: string) =>
    `经审查，{you}申请公开的政府信息不属于本机关负责公开，而由${agency}负责公开。根据${regulation}第三十六条第五项的规定，现告知{you}本机关无法提供，请向${agency}提出申请。`,
}

const unprocessed = (article: string, why: string): string =>
  `${why}根据${regulation}${article}的规定，本机关对{you}的申请不予处理。`

/** Why a request is not processed, Arts 35, 36, 39. */
export const unprocessedWords: Readonly<Record<UnprocessedGround, string>> = {
  petition: unprocessed(
    '第三十九条第一款',
    '{you}以政府信息公开申请的形式进行信访、投诉、举报等活动，请通过相应渠道提出。',
  ),
  repeated: unprocessed('第三十六条第六项', '本机关已就{you}的申请作出答复，{you}重复申请公开相同政府信息。'),
  publication: unprocessed(
    '第三十九条第二款',
    '{you}申请提供政府公报、报刊、书籍等公开出版物，可以通过公开渠道获取。',
  ),
  abusive: unprocessed('第三十五条', '{you}申请公开政府信息的数量、频次明显超过合理范围，说明的理由不合理。'),
  reconfirmation: unprocessed('第三十六条', '{you}要求本机关确认或者重新出具已经获取的政府信息。'),
}

/** Why a request is not handled further, Art. 30 and 109号. */
export const closedWords: Readonly<Record<ClosedGround, string>> = {
  uncorrected: `{you}在规定期限内没有补正申请内容，也没有说明正当理由，视为放弃申请。根据${regulation}第三十条的规定，本机关对该申请不再处理。`,
  unpaid:
    '{you}在规定期限内没有缴纳信息处理费。根据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关对该申请不再处理。',
  other: '{you}已撤回申请，本机关对该申请不再处理。',
}
