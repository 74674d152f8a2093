import { expect, test } from 'vitest'
import { disclosureSentence, disclosureSentenceIn } from './proactive.ts'

const counts = {
  ...{ portal: 84, interpretations: 3, inSeries: 300 },
  channels: [
    { channel: 'newspaper', label: '报刊', count: 310 },
    { channel: 'radio', label: '广播', count: 0 },
  ],
}
const sentence =
  '2025 年，通过各种渠道主动公开政府信息 394 条，其中在政府信息公开平台公开 84 条；通过报刊 310 条公开，其中在系列中 300 条，发布政策解读 3 件。'

test('the sentence of 总体情况 says each channel that was used, and nothing of the others', () => {
  expect(disclosureSentence(2025, counts)).toBe(sentence)
  const none = { portal: 0, interpretations: 0, inSeries: 0, channels: [] }
  expect(disclosureSentence(2025, none)).toBe('')
  expect(disclosureSentence(2025, { ...none, portal: 2 })).toBe(
    '2025 年，通过各种渠道主动公开政府信息 2 条，其中在政府信息公开平台公开 2 条。',
  )
})

test('it is found again in a text with whatever numbers, of its own year alone', () => {
  const text = `一年来工作扎实。\n${sentence}其他情况见下文。`
  expect(disclosureSentenceIn(text, 2025)).toBe(sentence)
  expect(disclosureSentenceIn(text.replace('394', '390'), 2025)).toBe(sentence.replace('394', '390'))
  expect(disclosureSentenceIn(text, 2024)).toBeUndefined()
  expect(disclosureSentenceIn('', 2025)).toBeUndefined()
})
