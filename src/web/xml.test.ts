import { expect, test } from 'vitest'
import { xml } from './xml.ts'

test.each([
  ['甲<乙>&"丙\'', '甲&#60;乙&#62;&#38;&#34;丙&#39;'],
  ['甲\u0000乙\u0001丙\u000b丁\ufffe戊', '甲乙丙丁戊'],
  ['第一行\n第二行\t𠮷\ud800', '第一行\n第二行\t𠮷'],
])('what a feed says of %j is XML whatever stood in it', (text, written) => {
  expect(xml(text)).toBe(written)
})
