import type { Day } from '../../statute/day.ts'
import {
  litigationAfterReconsideration,
  litigationPeriod,
  reconsiderationFirst,
  reconsiderationPeriod,
} from '../../statute/law.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import type { LetterFacts } from './letter.ts'

/**
 * Must reconsideration come before litigation? Since 2024-01-01 where the information is not given in full, 行政复议法
 * Art 23; what counts as not given is our reading (decision 0010).
 */
export function mustReconsiderFirst(outcome: Outcome, on: Day): boolean {
  return outcome.kind !== 'granted' && on >= reconsiderationFirst.since
}

/** The paragraph on remedies that is right for this outcome, on this day, for this way of serving. */
export function remedyParagraph(outcome: Outcome, facts: LetterFacts): string {
  const paper = nameOf(outcome)
  return mustReconsiderFirst(outcome, facts.on)
    ? `如对本${paper}不服，应当依照《中华人民共和国行政复议法》第二十三条的规定，先${reconsideration(paper, facts)}；对行政复议决定不服的，可以自收到行政复议决定书之日起${litigationAfterReconsideration.value}日内向${facts.remedies.court}提起行政诉讼。`
    : eitherRemedy(paper, facts)
}

/** The remedies against what does not refuse information: reconsideration or litigation, as one likes. */
export function eitherRemedy(paper: string, facts: LetterFacts): string {
  return `如对本${paper}不服，可以${reconsideration(paper, facts)}，或者自收到之日起${litigationPeriod.value}个月内直接向${facts.remedies.court}提起行政诉讼。`
}

/** A decision served through the internet offers the internet channel too, 行政复议法 Art 22. */
function reconsideration(paper: string, { remedies, servingWay }: LetterFacts): string {
  const online =
    servingWay === 'internet' && remedies.internetAddress !== ''
      ? `，也可以通过互联网渠道（${remedies.internetAddress}）提出行政复议申请`
      : ''
  return `自收到本${paper}之日起${reconsiderationPeriod.value}日内向${remedies.reconsideration}申请行政复议${online}`
}

/** 答复书 where something is decided on the information, 告知书 where the request is not handled further. */
export function nameOf(outcome: Outcome): '答复书' | '告知书' {
  return outcome.kind === 'unprocessed' || outcome.kind === 'closed' ? '告知书' : '答复书'
}
