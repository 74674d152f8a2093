import { expect, test } from 'vitest'
import { isComposing, nextOf, typeOfKey } from './keys.ts'

const field = Object.assign(new EventTarget(), { tagName: 'INPUT' })
const none = { ctrlKey: false, altKey: false, metaKey: false, target: null }

test('keys sleep while an input method composes', () => {
  expect(isComposing({ isComposing: true, keyCode: 49 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 49 })).toBe(false)
})

test.each([
  ['1', none, 'consultation'],
  ['3', none, 'complaint'],
  ['7', none, undefined],
  ['1', { ...none, target: field }, undefined],
  ['1', { ...none, ctrlKey: true }, undefined],
])('the key %s chooses the type outside of fields', (key, rest, type) => {
  expect(typeOfKey({ key, ...rest })).toBe(type)
})

test('what is offered is taken one after the other', () => {
  const places = ['演示路', '演示桥', '演示街']
  expect([undefined, '演示路', '演示街', '别处'].map(taken => nextOf(places, taken))).toEqual([
    ...['演示路', '演示桥', '演示路', '演示路'],
  ])
  expect(nextOf([], undefined)).toBeUndefined()
})
