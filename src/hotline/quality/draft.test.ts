import { expect, test } from 'vitest'
import { draftFindings, refusalOfDraft } from './draft.ts'

test.each<[string, readonly string[], RegExp | undefined]>([
  ['路灯已更换。', [], undefined],
  ['已与当事人13812345678联系，路灯已更换。', [], /“13812345678”是手机号码：请改为“138\*\*\*\*5678”/],
  ['已与当事人138****5678联系，路灯已更换。', [], undefined],
  ['已与当事人13812345678联系，路灯已更换。', ['13812345678'], undefined],
  ['已与当事人13812345679联系。', ['13812345678'], /“13812345679”/],
  ['先后联系13812345678、13812345679。', ['13812345678'], /“13812345679”是手机号码：/],
  ['先后联系13812345678、13812345679。', [], /“13812345678”是手机号码，另有 1 处/],
  ['身份证号11010519491231002X，已核实。', [], /是身份证号码/],
  ['咨询电话：13812345678。', [], undefined],
  ['科室电话 024-12345678。', [], undefined],
])('“%s”, of which %j was checked', (draft, checked, why) => {
  const refusal = refusalOfDraft(draft, checked)
  if (why === undefined) expect(refusal).toBeUndefined()
  else expect(refusal).toMatchObject({ kind: 'refusal', message: expect.stringMatching(why) })
})

test.each<[string, number, boolean]>([
  ['您反映的问题我局高度重视，将尽快处理，感谢您的关注。', 3, true],
  ['感谢您的关注。1月18日已更换演示路8号门前的镇流器，路灯恢复照明，电话024-12345678。', 1, false],
  ['1月18日已更换镇流器。', 0, false],
  ['', 0, false],
])('the empty phrases of the draft “%s” are %d', (draft, count, answersNothing) => {
  const found = draftFindings(draft)
  expect(found).toMatchObject({ personal: [], answersNothing })
  expect(found.empty).toHaveLength(count)
})

test('what may be the office’s own is pointed out, and what stands twice is told once', () => {
  expect(draftFindings('咨询电话：13812345678，或者咨询电话：13812345678。').personal).toEqual([
    { text: '13812345678', what: '手机号码', proposal: '138****5678', holds: false },
  ])
})
