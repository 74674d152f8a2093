import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../statute/day.ts'
import { judged, type SiteFacts } from './judge.ts'

const today = dayOf('2026-01-20')
const ago = (days: number) => addDays(today, -days)
const page = { words: '某', path: null }

function aColumn(last: number | null, change: Partial<SiteFacts['columns'][number]> = {}) {
  const id = `${last} ${change.name ?? ''}`
  return {
    ...{ id, name: '动态', forms: ['news'], strict: true, limitDays: 14, department: '办公室' },
    ...{ last: last === null ? null : ago(last), count: last === null ? 0 : 3, ...change },
  }
}
const good: SiteFacts = {
  ...{ lastOn: ago(1), columns: [aColumn(1)], undated: [], messages: [], forged: [], severe: [] },
  ...{ visits: { all: 168, failed: 0, slow: 0 }, deadLinks: [] },
}
const line = (rule: string, change: Partial<SiteFacts>) => {
  const found = judged({ ...good, ...change }, today).find(each => each.rule === rule)
  return [found?.verdict, found?.daysLeft]
}
const five = (last: number, change = {}) => Array.from({ length: 5 }, () => aColumn(last, change))

describe('every veto of 国办秘函〔2019〕19号 against its limit', () => {
  test.each([
    // the front page: 2 weeks are still good, the day after is not
    ['home', { lastOn: ago(1) }, 'passes', 13],
    ['home', { lastOn: ago(8) }, 'near', 6],
    ['home', { lastOn: ago(14) }, 'near', 0],
    ['home', { lastOn: ago(15) }, 'fails', -1],
    ['home', { lastOn: null }, 'fails', null],
    // news stale after 2 weeks; five of them are a veto, four are not
    ['stale', { columns: five(15) }, 'fails', -1],
    ['stale', { columns: five(14) }, 'passes', 0],
    ['stale', { columns: [...five(15).slice(1), aColumn(1)] }, 'near', 13],
    ['stale', { columns: five(100, { limitDays: 182 }) }, 'passes', 82],
    ['stale', { columns: five(15, { strict: false }) }, 'passes', null],
    // ten of any kind
    ['longStale', { columns: [...five(400), ...five(400, { strict: false, limitDays: 365 })] }, 'fails', -35],
    ['longStale', { columns: five(400) }, 'passes', null],
    // blank columns
    ['blank', { columns: Array.from({ length: 5 }, () => aColumn(null)) }, 'fails', null],
    ['blank', { columns: Array.from({ length: 4 }, () => aColumn(null)) }, 'near', null],
    // a message is answered within three months
    ['messages', { messages: [{ ...page, filedOn: ago(90) }] }, 'fails', -1],
    ['messages', { messages: [{ ...page, filedOn: ago(89) }] }, 'near', 0],
    ['messages', { messages: [{ ...page, filedOn: ago(10) }] }, 'passes', 79],
    // a week of visits: 5 % may fail or be slower than 15 s
    ['reach', { visits: { all: 100, failed: 3, slow: 2 } }, 'near', null],
    ['reach', { visits: { all: 100, failed: 3, slow: 3 } }, 'fails', null],
    ['reach', { visits: { all: 3, failed: 3, slow: 0 } }, 'unknown', null],
    ['forged', { forged: [page] }, 'fails', null],
    ['severe', { severe: [page] }, 'fails', null],
    ['links', { deadLinks: null }, 'unknown', null],
    ['undated', { undated: [page] }, 'near', null],
    ['services', {}, 'person', null],
  ] as const)('%s %#', (rule, change, verdict, daysLeft) => {
    expect(line(rule, change)).toEqual([verdict, daysLeft])
  })

  test('a good site fails nothing, and says what a person must look at', () => {
    const lines = judged(good, today)
    expect(lines.filter(({ verdict }) => verdict === 'fails')).toEqual([])
    const people = lines.filter(({ verdict }) => verdict === 'person')
    expect(people.length).toBeGreaterThan(3)
    expect(people.every(({ findings }) => findings.length === 1)).toBe(true)
  })
})
