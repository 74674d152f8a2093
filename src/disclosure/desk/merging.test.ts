import { expect, test } from 'vitest'
import { blankContent } from '../item.ts'
import { differentFields, settled, stretches } from './merging.ts'

const blank = blankContent('document', '20.15')

test('of two drafts each piece is taken from the one or the other, and of the body also both', () => {
  const mine = { ...blank, title: '甲', summary: '我写的', body: '<p>一</p><p>二</p><p>三</p>' }
  const theirs = { ...blank, title: '乙', summary: '他写的', body: '<p>一</p><p>贰</p><p>三</p><p>四</p>' }
  expect(differentFields(mine, theirs)).toEqual(['title', 'summary'])
  const found = stretches(
    ['<p>一</p>', '<p>二</p>', '<p>三</p>'],
    ['<p>一</p>', '<p>贰</p>', '<p>三</p>', '<p>四</p>'],
  )
  expect(found.map(({ same }) => same)).toEqual([true, false, true, false])
  const chosen = (sides: ('mine' | 'theirs' | 'both')[]) =>
    settled({ mine, theirs }, { title: 'theirs' }, { stretches: found, sides })
  expect(chosen(['mine', 'both', 'mine', 'theirs'])).toEqual({
    ...mine,
    title: '乙',
    body: '<p>一</p><p>二</p><p>贰</p><p>三</p><p>四</p>',
  })
  expect(chosen([]).body).toBe(mine.body)
})

test('drafts that say the same have nothing to choose', () => {
  expect(differentFields(blank, { ...blank })).toEqual([])
  expect(stretches([], [])).toEqual([])
})
