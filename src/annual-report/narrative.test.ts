import { expect, test } from 'vitest'
import type { AssertedTopic } from './finding.ts'
import { assertionsIn } from './narrative.ts'
import { proseValue } from './rules/prose-number.ts'

const said = (overview: string): readonly (readonly [AssertedTopic, number, boolean])[] =>
  assertionsIn({ overview, problems: '', otherMatters: '' }).map(one => [
    one.topic,
    one.value,
    one.approximate,
  ])

test.each<[string, readonly (readonly [AssertedTopic, number, boolean])[]]>([
  ['2023年我局没有收到依申请公开政府信息件。', [['received', 0, false]]],
  ['本单位本年度没有依申请公开收费情况。', [['processingFeeYuan', 0, false]]],
  ['2025年全市收取信息处理费共计400元。', [['processingFeeYuan', 400, false]]],
  ['全年各渠道主动公开政府信息400余条，其中门户网站84条。', [['disclosed', 400, true]]],
  [
    '全年共收到政府信息公开申请1,234件，上年结转5件。',
    [
      ['received', 1234, false],
      ['carriedIn', 5, false],
    ],
  ],
  ['本年度共收到二十三件政府信息公开申请，已全部办结。', [['received', 23, false]]],
  [
    '全市受理政府信息公开申请1.4万件，结转下年度继续办理819件。',
    [
      ['received', 14000, false],
      ['carriedOut', 819, false],
    ],
  ],
  [
    '因政府信息公开引发行政复议134件、行政诉讼57件。',
    [
      ['reconsideration', 134, false],
      ['litigation', 57, false],
    ],
  ],
  [
    '2024年未发生因政府信息公开引起的行政复议、行政诉讼案件。',
    [
      ['reconsideration', 0, false],
      ['litigation', 0, false],
    ],
  ],
  ['收到行政许可申请300件，办结300件。', []],
  ['热线诉求总量为42.2万件，办结10.7万件，办结率98%。', []],
  ['新收行政复议申请12件。', [['reconsideration', 12, false]]],
  ['其中通过网络收到申请5件。', []],
  ['按时答复依申请公开事项36件。', [['concluded', 36, false]]],
])('%s', (sentence, topics) => {
  expect(said(sentence)).toEqual(topics)
})

test.each([
  ['42.2万', 422_000],
  ['一百零五', 105],
  ['二万三千', 23_000],
  ['十二', 12],
  ['两千', 2_000],
  ['二〇二三', 2023],
])('%s is %d', (words, value) => {
  expect(proseValue(words)).toBe(value)
})
