import { expect, test } from 'vitest'
import { type Outcome, rowOf, withheldGrounds } from '../statute/taxonomy.ts'
import { type LegalAnswers, legalQuestions, proposalOf, type QuestionId } from './outcome.ts'

/** Every question answered so that it settles nothing. */
const open = Object.fromEntries(
  legalQuestions.map(({ id, settles }) => [id, settles === 'yes' ? 'no' : 'yes']),
) as LegalAnswers['answered']

const settled = (id: QuestionId): LegalAnswers => {
  const settles = legalQuestions.find(each => each.id === id)?.settles ?? 'yes'
  return { answered: { ...open, [id]: settles } }
}

const cases: readonly [string, LegalAnswers, string, string][] = [
  ['a petition dressed as a request', settled('petition'), 'unprocessed.petition', 'Art 39'],
  ['a gazette is asked for', settled('publication'), 'unprocessed.publication', 'Art 39'],
  ['the same was answered before', settled('repeated'), 'unprocessed.repeated', 'Art 36'],
  ['what was given is to be confirmed', settled('reconfirmation'), 'unprocessed.reconfirmation', 'Art 36'],
  ['too many, without a good reason', settled('abusive'), 'unprocessed.abusive', 'Art 35'],
  ['unclear after correction', settled('clear'), 'unavailable.stillUnclear', 'Art 30'],
  ['not held, or of another agency', settled('held'), 'unavailable.notHeld', 'Art 36'],
  ['a register of its own', settled('register'), 'withheld.administrativeInquiry', 'Art 36'],
  ['it would have to be made', settled('existing'), 'unavailable.needsCreation', 'Art 38'],
  ['nothing stands against it', { answered: open, ground: null }, 'granted', 'Art 36'],
  [
    'a part can be given',
    { answered: open, ground: 'thirdParty', separable: true },
    'partlyGranted',
    'Art 37',
  ],
  ...withheldGrounds
    .filter(ground => ground !== 'administrativeInquiry')
    .map((ground): [string, LegalAnswers, string, string] => [
      `withheld as ${ground}`,
      { answered: open, ground, separable: false },
      `withheld.${ground}`,
      { stateSecret: 'Art 14', otherLaw: 'Art 14', publicSafety: 'Art 14', thirdParty: 'Art 15' }[
        ground as string
      ] ?? 'Art 16',
    ]),
]

test.each(cases)('%s', (_, answers, row, law) => {
  const proposal = proposalOf(answers)
  expect(proposal.kind === 'propose' && [rowOf(proposal.outcome), proposal.law]).toEqual([row, law])
})

test('the questions are put one by one, in the order of the law', () => {
  let answered: LegalAnswers['answered'] = {}
  for (const { id, settles } of legalQuestions) {
    expect(proposalOf({ answered })).toMatchObject({ kind: 'ask', question: { id } })
    answered = { ...answered, [id]: settles === 'yes' ? 'no' : 'yes' }
  }
  expect(proposalOf({ answered })).toEqual({ kind: 'askGround' })
  expect(proposalOf({ answered, ground: 'deliberative' })).toEqual({ kind: 'askSeparable' })
})

test('every outcome that ends in an answer can be reached', () => {
  const reached = new Set(
    cases
      .map(([, answers]) => proposalOf(answers))
      .flatMap(p => (p.kind === 'propose' ? [rowOf(p.outcome as Outcome)] : [])),
  )
  expect(reached.size).toBe(18)
})
