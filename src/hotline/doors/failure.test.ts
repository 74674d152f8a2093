import { expect, test } from 'vitest'
import { failureInWords } from './failure.ts'

test.each([
  [
    Object.assign(new Error('getaddrinfo ENOTFOUND example.invalid'), { code: 'ENOTFOUND' }),
    /找不到.*（ENOTFOUND）$/,
  ],
  [new Error('对方答复 500'), /^对方答复 500$/],
  [new TypeError('fetch failed'), /^没有连上对方（TypeError）$/],
  ['nothing', /^没有连上对方$/],
])('%s is said in Chinese', (cause, said) => {
  expect(failureInWords(cause)).toMatch(said)
})
