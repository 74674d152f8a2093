import { coMakerPeriod, thirdPartyPeriod } from '../../statute/law.ts'
import type { ObjectionFinding } from '../events.ts'
import { askedByOthers, type Letter, type LetterFacts, letterOf, regulation } from './letter.ts'
import { eitherRemedy } from './remedy.ts'
import { oneLine, opening, paragraphsOf } from './words.ts'

/** 第三方意见征询书, Art. 32. */
export function thirdPartyLetter(facts: LetterFacts, party: string): Letter {
  const before = [
    ...askedByOthers(facts),
    `该信息涉及你方。根据${regulation}第三十二条的规定，请在收到本征询书之日起${thirdPartyPeriod.value}个工作日内书面提出是否同意公开的意见；不同意的，请说明理由。逾期未提出意见的，由本机关决定是否公开。`,
  ]
  return letterOf(
    'thirdParty',
    { title: '政府信息公开第三方意见征询书', before, own: [], after: [] },
    facts,
    party,
  )
}

/** 征求意见函 to an agency that made the information too, Art. 34: silence is consent. */
export function coMakerLetter(facts: LetterFacts, agency: string): Letter {
  const before = [
    ...askedByOthers(facts),
    `该信息由你单位与本机关共同制作。根据${regulation}第三十四条的规定，请在收到本函之日起${coMakerPeriod.value}个工作日内提出意见；逾期未提出意见的，视为同意公开。`,
  ]
  return letterOf('coMaker', { title: '政府信息公开征求意见函', before, own: [], after: [] }, facts, agency)
}

/** What a third party is told when information is given against its objection. */
export interface Overruled {
  readonly party: string
  readonly finding: Exclude<ObjectionFinding, 'reasonable'>
  /** What is disclosed, as Art. 32 wants it told. */
  readonly disclosed: string
  readonly reason: string
}

const found = {
  outweighed: '本机关认为，不公开该信息可能对公共利益造成重大影响，理由如下：',
  unreasonable: '本机关认为，你方不同意公开的理由不是合理理由，理由如下：',
} as const satisfies Record<Overruled['finding'], string>

/**
 * 第三方告知书, Art. 32 last sentence: disclosed against an objection, with what is disclosed and why. It goes to somebody
 * of whom no way of serving through the internet is known, and it refuses nobody information: either remedy.
 */
export function thirdPartyToldLetter(facts: LetterFacts, told: Overruled): Letter {
  return letterOf(
    'thirdPartyTold',
    {
      title: '政府信息公开第三方告知书',
      before: [
        ...askedByOthers(facts),
        `本机关就该申请征求意见时，${oneLine(told.party)}不同意公开。`,
        ...opening(
          `根据${regulation}第三十二条的规定，经审查，本机关决定予以公开。决定公开的政府信息内容为：`,
          told.disclosed,
        ),
        found[told.finding],
      ],
      own: paragraphsOf(told.reason),
      after: [eitherRemedy('告知书', { ...facts, servingWay: 'post' })],
    },
    facts,
    told.party,
  )
}
