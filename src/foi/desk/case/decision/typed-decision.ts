import { type Outcome, resultRows, rowOf, withheldGrounds } from '../../../../statute/taxonomy.ts'
import type { Decision, WithheldPart } from '../../../events.ts'
import { type LegalAnswers, questionIds } from '../../../outcome.ts'

/** What is being decided, as it is typed. */
export interface TypedDecision {
  readonly answers: LegalAnswers
  /** The row of the form that the person decided; empty while nothing is decided. */
  readonly row: string
  readonly reasoning: string
  readonly parts: readonly { readonly what: string; readonly ground: string }[]
  readonly publicAt: string
  readonly rightAgency: string
}

/** Nothing decided yet, or the draft that was sent back. */
export function decisionFrom(draft: Decision | null): TypedDecision {
  return {
    answers: { answered: {} },
    row: draft === null ? '' : rowOf(draft.outcome),
    reasoning: draft?.reasoning ?? '',
    parts: draft?.parts ?? [],
    publicAt: draft?.publicAt ?? '',
    rightAgency: draft?.rightAgency ?? '',
  }
}

/** The decision that was kept in this browser, or this one where none can be read. */
export function decisionIn(text: string | null, otherwise: TypedDecision): TypedDecision {
  if (text === null) return otherwise
  try {
    const found: Partial<TypedDecision> = JSON.parse(text)
    return { ...otherwise, ...found }
  } catch {
    return otherwise
  }
}

/** The outcomes that a draft may propose; what ends a request otherwise has steps of its own. */
export const draftRows = resultRows.filter(row => !row.startsWith('closed.'))

const outcomes: readonly Outcome[] = [
  { kind: 'granted' },
  { kind: 'partlyGranted' },
  ...withheldGrounds.map(ground => ({ kind: 'withheld', ground }) as const),
  ...(['notHeld', 'needsCreation', 'stillUnclear'] as const).map(
    ground => ({ kind: 'unavailable', ground }) as const,
  ),
  ...(['petition', 'repeated', 'publication', 'abusive', 'reconfirmation'] as const).map(
    ground => ({ kind: 'unprocessed', ground }) as const,
  ),
]

/** The body of the draft; undefined while something that the law asks for is missing. */
export function draftBody(typed: TypedDecision): Record<string, unknown> | undefined {
  const outcome = outcomes.find(each => rowOf(each) === typed.row)
  if (outcome === undefined) return undefined
  const reasoning = typed.reasoning.trim()
  const parts = outcome.kind === 'partlyGranted' ? partsOf(typed) : undefined
  if (outcome.kind !== 'granted' && reasoning === '') return undefined
  if (parts?.length === 0) return undefined
  return {
    ...{ outcome, reasoning },
    ...(parts === undefined ? {} : { parts }),
    ...(outcome.kind === 'granted' && typed.publicAt !== '' ? { publicAt: typed.publicAt } : {}),
    ...(typed.row === 'unavailable.notHeld' && typed.rightAgency !== ''
      ? { rightAgency: typed.rightAgency }
      : {}),
  }
}

function partsOf({ parts }: TypedDecision): WithheldPart[] {
  return parts.flatMap(({ what, ground }) => {
    const found = withheldGrounds.find(each => each === ground)
    return found === undefined || what.trim() === '' ? [] : [{ what: what.trim(), ground: found }]
  })
}

/** The answers up to this question, so that changing one asks the later ones anew. */
export function answersUpTo({ answered }: LegalAnswers, id: (typeof questionIds)[number]): LegalAnswers {
  const before = questionIds.slice(0, questionIds.indexOf(id))
  return {
    answered: Object.fromEntries(before.flatMap(each => (answered[each] ? [[each, answered[each]]] : []))),
  }
}
