import { type Day, inChinese } from '../../statute/day.ts'
import { asked, type Letter, type LetterFacts, letterOf, regulation, youOf } from './letter.ts'
import { eitherRemedy } from './remedy.ts'
import { oneLine, opening, paragraphsOf } from './words.ts'

/** Another agency, and how it is reached. */
export interface OtherAgency {
  readonly name: string
  /** Address, telephone or site; empty where it is not known. */
  readonly contact: string
}

/** 转办告知书, Art. 36 (5): names the agency whose information it is; a hint while or instead of the answer's. */
export function transferLetter(facts: LetterFacts, { name, contact }: OtherAgency): Letter {
  const you = youOf(facts)
  const reached = oneLine(contact)
  return letterOf(
    'transfer',
    {
      title: '政府信息公开申请转办告知书',
      before: [
        ...asked(facts),
        `${you}申请公开的政府信息由${oneLine(name)}负责公开。根据${regulation}第三十六条第五项的规定，现告知${you}该机关的名称${reached === '' ? '' : `和联系方式（${reached}）`}，请${you}向该机关提出申请。`,
      ],
      own: [],
      after: ['本告知书不代替本机关对该申请的答复。'],
    },
    facts,
  )
}

/** What was decided on moving an answer into proactive disclosure, Art. 44. */
export type PublicationDecision =
  | { readonly publish: true; readonly on: Day; readonly where: string; readonly reason: string }
  | { readonly publish: false; readonly reason: string }

/** 主动公开告知书, Art. 44: that the applicant is told is our choice (decision 0013). */
export function publicationLetter(facts: LetterFacts, decision: PublicationDecision): Letter {
  const result = decision.publish
    ? `根据${regulation}第四十四条的规定，本机关决定将该信息纳入主动公开的范围，已于${inChinese(decision.on)}公开，可以通过以下途径查阅：${oneLine(decision.where)}。公开的内容不含申请人的个人信息。`
    : `根据${regulation}第四十四条的规定，经审核，本机关认为该信息不属于主动公开的范围，不纳入主动公开。`
  return letterOf(
    'publication',
    {
      title: '政府信息主动公开告知书',
      before: [...asked(facts), result],
      own: paragraphsOf(decision.reason),
      after: [],
    },
    facts,
  )
}

/** What was decided on the wrong record of oneself, Art. 41. */
export type RecordDecision =
  | { readonly kind: 'corrected'; readonly corrected: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'passedOn'; readonly to: OtherAgency; readonly reason: string }

/** 信息更正告知书, Art. 41: corrected and told, refused with reasons, or passed on to whom may correct it, and told. */
export function recordCorrectionLetter(facts: LetterFacts, decision: RecordDecision): Letter {
  const you = youOf(facts)
  const request = opening(
    `${you}于${inChinese(facts.receivedOn)}提出的更正政府信息的要求（编号：${facts.requestNumber}）收悉。${you}要求更正的内容为：`,
    facts.description,
  )
  return letterOf(
    'recordCorrection',
    {
      title: '政府信息更正告知书',
      before: [...request, ...recordWords(decision, you)],
      own: paragraphsOf(decision.reason),
      after: decision.kind === 'passedOn' ? [] : [eitherRemedy('告知书', facts)],
    },
    facts,
  )
}

function recordWords(decision: RecordDecision, you: string): string[] {
  const law = `根据${regulation}第四十一条的规定，`
  switch (decision.kind) {
    case 'corrected':
      return opening(
        `经审核，本机关提供的与${you}自身相关的政府信息记录不准确。${law}本机关予以更正，更正后的内容为：`,
        decision.corrected,
      )
    case 'refused':
      return [`经审核，${you}提供的证据不能证明本机关的记录不准确。${law}本机关对该信息不予更正，理由如下：`]
    case 'passedOn': {
      const { name, contact } = decision.to
      const reached = oneLine(contact) === '' ? '' : `（${oneLine(contact)}）`
      return [
        `该信息的更正不属于本机关职能范围。${law}本机关已转送有权更正的${oneLine(name)}${reached}处理，现予告知。`,
      ]
    }
  }
}
