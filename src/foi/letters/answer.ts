import { inChinese } from '../../statute/day.ts'
import type { Outcome, ResultRow } from '../../statute/taxonomy.ts'
import { rowOf } from '../../statute/taxonomy.ts'
import type { Letter, LetterFacts } from './letter.ts'
import { nameOf, remedyParagraph } from './remedy.ts'

/** What an answer says: the law's words for this row, before the office's own reasoning. */
interface AnswerText {
  readonly title: string
  readonly words: string
}

const withheld = (article: string, why: string): AnswerText => ({
  title: '政府信息不予公开',
  words: `经审查，您申请公开的政府信息${why}。根据《中华人民共和国政府信息公开条例》${article}的规定，本机关决定不予公开。`,
})
const unavailable = (article: string, why: string): AnswerText => ({
  title: '政府信息无法提供',
  words: `${why}根据《中华人民共和国政府信息公开条例》${article}的规定，现告知您本机关无法提供该政府信息。`,
})
const unprocessed = (article: string, why: string): AnswerText => ({
  title: '政府信息公开申请不予处理',
  words: `${why}根据《中华人民共和国政府信息公开条例》${article}的规定，本机关对您的申请不予处理。`,
})
const closed = (article: string, why: string): AnswerText => ({
  title: '政府信息公开申请不再处理',
  words: `${why}根据${article}的规定，本机关对该申请不再处理。`,
})

const texts: Readonly<Record<ResultRow, AnswerText>> = {
  granted: {
    title: '政府信息公开',
    words:
      '经审查，您申请公开的政府信息可以公开。根据《中华人民共和国政府信息公开条例》第三十六条的规定，本机关予以公开。',
  },
  partlyGranted: {
    title: '政府信息部分公开',
    words:
      '经审查，您申请公开的政府信息中含有不应当公开的内容，但是能够作区分处理。根据《中华人民共和国政府信息公开条例》第三十七条的规定，本机关向您提供可以公开的内容，并对不予公开的内容说明理由。',
  },
  'withheld.stateSecret': withheld('第十四条', '依法确定为国家秘密'),
  'withheld.otherLaw': withheld('第十四条', '属于法律、行政法规禁止公开的政府信息'),
  'withheld.publicSafety': withheld('第十四条', '公开后可能危及国家安全、公共安全、经济安全、社会稳定'),
  'withheld.thirdParty': withheld('第十五条', '涉及商业秘密或者个人隐私，公开会对第三方合法权益造成损害'),
  'withheld.internalAffairs': withheld(
    '第十六条第一款',
    '属于人事管理、后勤管理、内部工作流程等内部事务信息',
  ),
  'withheld.deliberative': withheld(
    '第十六条第二款',
    '属于在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  ),
  'withheld.enforcementFile': withheld('第十六条第二款', '属于行政执法案卷信息'),
  'withheld.administrativeInquiry': withheld(
    '第三十六条第七项',
    '属于工商、不动产登记资料等信息，有关法律、行政法规对其获取另有特别规定，请依照该规定办理',
  ),
  'unavailable.notHeld': unavailable(
    '第三十六条第四项、第五项',
    '经检索，本机关没有您申请公开的政府信息，或者该信息不属于本机关负责公开。',
  ),
  'unavailable.needsCreation': unavailable(
    '第三十八条',
    '您申请公开的信息没有现成的，需要本机关另行制作、加工或者分析。',
  ),
  'unavailable.stillUnclear': unavailable('第三十条', '经补正，您的申请内容仍不明确，本机关无法据以查找。'),
  'unprocessed.petition': unprocessed(
    '第三十九条第一款',
    '您以政府信息公开申请的形式进行信访、投诉、举报等活动，请通过相应渠道提出。',
  ),
  'unprocessed.repeated': unprocessed(
    '第三十六条第六项',
    '本机关已就您的申请作出答复，您重复申请公开相同政府信息。',
  ),
  'unprocessed.publication': unprocessed(
    '第三十九条第二款',
    '您申请提供政府公报、报刊、书籍等公开出版物，可以通过公开渠道获取。',
  ),
  'unprocessed.abusive': unprocessed(
    '第三十五条',
    '您申请公开政府信息的数量、频次明显超过合理范围，说明的理由不合理。',
  ),
  'unprocessed.reconfirmation': unprocessed('第三十六条', '您要求本机关确认或者重新出具已经获取的政府信息。'),
  'closed.uncorrected': closed(
    '《中华人民共和国政府信息公开条例》第三十条',
    '您在规定期限内没有补正申请内容，也没有说明正当理由，视为放弃申请。',
  ),
  'closed.unpaid': closed(
    '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
    '您在规定期限内没有缴纳信息处理费。',
  ),
  'closed.other': closed('《中华人民共和国政府信息公开条例》有关条款', '您已撤回申请。'),
}

/** The answer of this outcome: what was asked, what is decided under which article, why, and the remedies. */
export function answerLetter(outcome: Outcome, reasoning: string, facts: LetterFacts): Letter {
  const { title, words } = texts[rowOf(outcome)]
  const asked = `您于 ${inChinese(facts.receivedOn)}提出的政府信息公开申请（编号：${facts.requestNumber}）收悉。您申请公开的内容为：${facts.description}`
  return {
    ...{
      kind: outcome.kind === 'closed' ? 'ended' : 'answer',
      title: `${title}${nameOf(outcome)}`,
      number: null,
    },
    ...{ addressee: facts.addressee, agency: facts.agency, on: facts.on },
    paragraphs: [asked, words, ...paragraphsOf(reasoning), remedyParagraph(outcome, facts)],
  }
}

function paragraphsOf(text: string): string[] {
  return text.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
}
