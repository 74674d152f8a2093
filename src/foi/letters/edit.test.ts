import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { aLetter, someFacts } from './a-letter.ts'
import { answerLetter } from './answer.ts'
import { editedLetter } from './edit.ts'
import type { Letter } from './letter.ts'
import { receiptLetter } from './notices.ts'

const refused = answerLetter(
  { outcome: { kind: 'withheld', ground: 'deliberative' }, reasoning: '属于讨论记录。' },
  someFacts(),
)
const [whatWasAsked = '', decided = '', , remedies = ''] = refused.paragraphs

function edit(letter: Letter, ...paragraphs: string[]) {
  return editedLetter(letter, { paragraphs })
}

test('the clerk writes the reasons anew and adds to them', () => {
  const edited = edit(refused, whatWasAsked, decided, '属于会议纪要的初稿。', '尚未形成决定。', remedies)
  expect(edited).toMatchObject({ free: { from: 2, until: 4 } })
  expect(!isRefusal(edited) && edited.paragraphs[3]).toBe('尚未形成决定。')
  if (isRefusal(edited)) throw new Error(edited.message)
  expect(edit(edited, ...edited.paragraphs)).toEqual(edited)
})

const touched: readonly [string, readonly string[], RegExp][] = [
  ['what was asked', ['您什么也没有问。', decided, '理由。', remedies], /您于2025年3月3日.*不能改动/],
  ['the decision', [whatWasAsked, decided.replace('不予', ''), '理由。', remedies], /不能改动/],
  ['the remedies', [whatWasAsked, decided, '理由。', '如不服，也没有办法。'], /如对本答复书不服.*不能改动/],
  ['the remedies, left out', [whatWasAsked, decided, '理由。'], /如对本答复书不服/],
  ['what was asked, left out', [decided, '理由。', remedies], /不能改动/],
  ['what stands before it', ['另：', whatWasAsked, decided, '理由。', remedies], /不能改动/],
  ['what stands after it', [whatWasAsked, decided, '理由。', remedies, '又及'], /不能改动/],
  ['all of it', [], /不能改动/],
  ['the reasons, left out', [whatWasAsked, decided, remedies], /理由不能删空/],
  ['the length', [whatWasAsked, decided, '长'.repeat(30_001), remedies], /文书过长/],
]

test.each(touched)('%s may not be touched', (_, paragraphs, message) => {
  expect(edit(refused, ...paragraphs)).toMatchObject({
    kind: 'refusal',
    message: expect.stringMatching(message),
  })
})

test('where nothing is the clerk’s own, something may be added all the same', () => {
  const receipt = receiptLetter(someFacts(), dayOf('2025-03-31'))
  expect(edit(receipt, ...receipt.paragraphs)).toEqual(receipt)
  expect(edit(receipt, ...receipt.paragraphs, '请留意短信。')).toMatchObject({ free: { from: 2, until: 3 } })
})

test('a letter frozen before is read as it is, and is fixed as a whole', () => {
  const { free: _, ...frozen } = aLetter()
  expect(edit(frozen, ...frozen.paragraphs)).toMatchObject({ paragraphs: frozen.paragraphs })
  expect(edit(frozen, ...frozen.paragraphs, '补一句。')).toMatchObject({ kind: 'refusal' })
})

test('whatever is typed: either it is refused, or the fixed paragraphs stand where they stood', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...refused.paragraphs))), paragraphs => {
      const edited = editedLetter(refused, { paragraphs })
      if (isRefusal(edited)) return
      expect(edited.paragraphs.slice(0, 2)).toEqual([whatWasAsked, decided])
      expect(edited.paragraphs.at(-1)).toBe(remedies)
    }),
  )
})
