import type { PersonalFind } from '../../disclosure/checks/personal/a-find.ts'
import { personalIn } from '../../disclosure/checks/personal/personal.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { emptyPhrases, emptyShare } from './phrases.ts'

/** Personal data in the draft of an answer. */
export interface PersonalPhrase extends Pick<PersonalFind, 'text' | 'what' | 'proposal'> {
  /** Must somebody say that it was checked before it is sent? What may be the office's own is only pointed out. */
  readonly holds: boolean
}

/** What the checks notice in the draft of an answer; the draft is never altered. */
export interface DraftFindings {
  readonly personal: readonly PersonalPhrase[]
  /** 套话: phrases that could stand in any answer. */
  readonly empty: readonly string[]
  /** Says the draft hardly anything else? Then it answers nothing. */
  readonly answersNothing: boolean
}

/** The longest list of phrases that are said to be checked. */
export const mostChecked = 50

// Of an answer that is so much empty phrases, the rest is a greeting.
const hardlyAnything = 0.6

/** Reads the draft of an answer: the form while one types and the verb that sends it ask this one rule. */
export function draftFindings(draft: string): DraftFindings {
  const found = new Map(personalIn(draft).map(each => [each.text, each]))
  return {
    personal: [...found.values()].map(({ text, what, proposal, severity }) => ({
      ...{ text, what, proposal, holds: severity === 'severe' },
    })),
    empty: emptyPhrases(draft),
    answersNothing: emptyShare(draft) >= hardlyAnything,
  }
}

/** Which kinds of personal data hold this draft, each once. */
export function personalKindsIn(draft: string): readonly string[] {
  return [...new Set(holding(draft).map(({ what }) => what))]
}

const holding = (draft: string) => draftFindings(draft).personal.filter(({ holds }) => holds)

/**
 * Why the draft is not sent yet: personal data in it that nobody said he had checked. Where it is also told to `others`, whose
 * demands follow this one, checking is not enough.
 */
export function refusalOfDraft(draft: string, checked: readonly string[], others = 0): Refusal | undefined {
  const [first, ...rest] = holding(draft).filter(each => others > 0 || !checked.includes(each.text))
  if (first === undefined) return undefined
  const { text, what, proposal } = first
  const more = rest.length === 0 ? '' : `，另有 ${rest.length} 处`
  const instead =
    others > 0
      ? `有 ${others} 件诉求并入这件，反馈一并告知各来电人，不能写个人信息。`
      : '确需告知来电人的，请核对后逐处确认“已核对”。'
  return refuse(`反馈中的“${text}”是${what}${more}：请改为“${proposal}”；${instead}`, 'Art 15')
}
