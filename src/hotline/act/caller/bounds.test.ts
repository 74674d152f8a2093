import { expect, test } from 'vitest'
import type { DemandEvent, Satisfaction } from '../../events.ts'
import { demandAfter } from '../../standing.ts'
import { at, given, start } from '../a-hotline.ts'
import { refusalOfCaller } from './bounds.ts'
import { theCaller } from './filing.ts'

const by = { by: theCaller.id, byName: theCaller.name }
const staff = { by: 'somebody', byName: '演示' }
const limit = { kind: 'workdays', count: 3 } as const
const fedBack = { kind: 'fedBack', words: '已修', resolution: 'resolved', at: start, ...staff } as const
const closed = { kind: 'closed', at: start, ...staff } as const
const rated = (result: Satisfaction): DemandEvent => ({
  ...{ kind: 'calledBack', handling: 'satisfied', result, words: '', at: start, ...by },
})
const reopened = { kind: 'reopened', reason: '又灭了', limit, at: start, ...by } as const
const urged = (moment: string, who = by): DemandEvent => ({ kind: 'urged', words: '急', at: moment, ...who })
const notes = (count: number): DemandEvent[] =>
  Array.from({ length: count }, () => ({ kind: 'noted', words: '补充', at: start, ...by }))

const now = at('2026-01-16 18:00')
const yesterday = at('2026-01-15 17:59')
const cases: readonly [string, string, readonly DemandEvent[], RegExp | undefined][] = [
  ['urging for the first time', 'urge', [], undefined],
  ['urging twice within a day and a night', 'urge', [urged(start)], /24 小时内已经催办过/],
  ['urging again the day after', 'urge', [urged(yesterday)], undefined],
  ['urging after the hotline did', 'urge', [urged(start, staff)], undefined],
  ['the tenth addition of a day', 'note', notes(9), undefined],
  ['the eleventh addition of a day', 'note', notes(10), /最多补充 10 次/],
  ['rating a third time', 'callBack', [fedBack, rated('satisfied'), rated('dissatisfied')], undefined],
  [
    'rating a fourth time',
    'callBack',
    [fedBack, rated('satisfied'), rated('dissatisfied'), rated('satisfied')],
    /已经评价 3 次/,
  ],
  [
    'rating what was handled once more',
    'callBack',
    [fedBack, rated('dissatisfied'), rated('dissatisfied'), rated('dissatisfied'), reopened, fedBack],
    undefined,
  ],
  ['redoing before saying how it was', 'reopen', [fedBack], /请先评价/],
  ['redoing what was found wanting', 'reopen', [fedBack, rated('dissatisfied')], undefined],
  ['redoing what one was satisfied with', 'reopen', [fedBack, rated('basically')], /表示满意/],
  ['redoing what was closed without a question', 'reopen', [fedBack, closed], undefined],
  [
    'redoing for the third time',
    'reopen',
    [reopened, reopened, rated('dissatisfied')],
    /已经要求重新办理 2 次/,
  ],
  ['withdrawing after everything', 'withdraw', [...notes(20), urged(start)], undefined],
]

test.each(cases)('%s', (_, step, events, why) => {
  const { caller: _caller, ...said } = given
  const demand = { ...said, id: 'one', number: '20260116-00001', filedAt: start }
  const told = refusalOfCaller(step, { demand, events, standing: demandAfter(events) }, now)
  if (why === undefined) expect(told).toBeUndefined()
  else expect(told?.message).toMatch(why)
})
