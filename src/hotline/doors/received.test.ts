import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import type { DemandChannel } from '../demand.ts'
import { refusalOfReceipt } from './received.ts'

const today = dayOf('2026-01-20')
test.each<readonly [DemandChannel, string | undefined, RegExp | undefined]>([
  ['phone', undefined, undefined],
  ['letter', '2026-01-20', undefined],
  ['sms', '2026-01-17', undefined],
  ['superior', '2025-11-21', undefined],
  ['letter', '2025-11-20', /早于2025年11月21日/],
  ['letter', '2026-01-21', /不能晚于今天/],
  ['phone', '2026-01-19', /只在来源为来信、短信、上级转办时填写/],
])('%s, received on %s', (channel, received, message) => {
  const refusal = refusalOfReceipt(received === undefined ? undefined : dayOf(received), { channel, today })
  if (message === undefined) expect(refusal).toBeUndefined()
  else expect(refusal?.message).toMatch(message)
})
