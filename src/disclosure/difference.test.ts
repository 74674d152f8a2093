import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticleChange, differenceOf } from './difference.ts'

const rules = [
  '云川市试验办法',
  '第一条 为了规范试验，制定本办法。',
  '第二条 试验由市试验局组织。每年试验一次，费用五十元。',
  '第三条 本办法自2024年1月1日起施行。',
]
const kinds = (changes: readonly ArticleChange[]) =>
  changes.map(({ kind, before, after }) => [kind, before, after])

test('a changed sentence shows its changed words, and the others stand', () => {
  const now = rules.with(2, '第二条 试验由市试验局组织。每年试验两次，费用三十元。')
  const changes = differenceOf(rules, now)
  expect(kinds(changes)).toEqual([
    ['same', null, null],
    ['same', '第一条', '第一条'],
    ['changed', '第二条', '第二条'],
    ['same', '第三条', '第三条'],
  ])
  const { pieces } = changes[2] ?? { pieces: [] }
  expect(pieces[0]).toEqual({ kind: 'same', text: '试验由市试验局组织。每年试验' })
  expect(
    pieces
      .filter(({ kind }) => kind === 'removed')
      .map(({ text }) => text)
      .join(),
  ).toMatch(/一.*五十/)
  expect(
    pieces
      .filter(({ kind }) => kind === 'added')
      .map(({ text }) => text)
      .join(),
  ).toMatch(/两.*三十/)
})

test('an article put in between does not make the later ones look changed', () => {
  const now = [
    ...rules.slice(0, 2),
    '第二条 公民可以观看试验，须遵守秩序。',
    '第三条 试验由市试验局组织。每年试验一次，费用五十元。',
    '第四条 本办法自2024年1月1日起施行。',
  ]
  expect(kinds(differenceOf(rules, now)).slice(2)).toEqual([
    ['added', null, '第二条'],
    ['renumbered', '第二条', '第三条'],
    ['renumbered', '第三条', '第四条'],
  ])
  expect(kinds(differenceOf(now, rules)).slice(2, 3)).toEqual([['removed', '第二条', null]])
})

test('the same number with other words is a changed article, and a chapter belongs to none', () => {
  const old = ['第一章 总则', '第一条 收费标准为每件五十元，由申请人缴纳。', '申请人有困难的，可以免缴。']
  const now = ['第一章 总则', '第一条 收费标准为每件三十元，由申请人在受理时缴纳。']
  expect(kinds(differenceOf(old, now))).toEqual([
    ['same', null, null],
    ['changed', '第一条', '第一条'],
  ])
})

const sentence = fc.constantFrom(
  '试验每年一次。',
  '费用五十元。',
  '费用三十元；',
  '公民可以观看。',
  '由市局组织！',
  '无标点',
)
const paragraph = fc
  .tuple(
    fc.option(fc.constantFrom('第一条 ', '第二条 ', '第三条 ', '第一章 '), { nil: '' }),
    fc.array(sentence, { minLength: 1, maxLength: 4 }),
  )
  .map(([number, sentences]) => number + sentences.join(''))

test('nothing is lost: what stands and what was removed is the old text, what stands and was added the new', () => {
  const texts = fc.array(paragraph, { maxLength: 8 })
  const bare = (paragraphs: readonly string[]) =>
    paragraphs.map(each => each.replace(/^第[一二三]条 /, '')).join('')
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = differenceOf(before, after).flatMap(change => change.pieces)
      const side = (gone: string) =>
        pieces
          .filter(({ kind }) => kind !== gone)
          .map(({ text }) => text)
          .join('')
          .replaceAll('\n', '')
      expect(side('added')).toBe(bare(before))
      expect(side('removed')).toBe(bare(after))
    }),
  )
  fc.assert(
    fc.property(texts, before => {
      expect(differenceOf(before, before).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})
