import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkday, NoticeMissing, theCalendar } from '../statute/calendar.ts'
import { addDays, type Day, dayOf } from '../statute/day.ts'
import { clockOf } from './clock.ts'
import { clockCases } from './clock-cases.ts'
import { type ClockEvent, parseClockFile } from './clock-events.ts'

function eventOf(sign: string, rest: string): ClockEvent {
  const [first = '', second = ''] = rest.split(/[/ ]/)
  const on = dayOf(first)
  if (sign === '+') return { kind: 'received', on }
  if (sign === '?') return { kind: 'correctionAsked', on, answerBy: dayOf(second) }
  if (sign === '!') return { kind: 'corrected', on }
  if (sign === '>') return { kind: 'opinionSought', on, of: second }
  if (sign === '<') return { kind: 'opinionReceived', on, of: second }
  return { kind: 'extended', on, workdays: Number(second) }
}

const cases = clockCases
  .trim()
  .split('\n')
  .filter(line => line.includes('|'))
  .map(line => {
    const [told = '', asOf = '', expected = '', why = ''] = line.split('|').map(part => part.trim())
    const events = [...told.matchAll(/([+?!><=])(\S+(?: [甲乙])?)/g)].map(([, sign = '', rest = '']) =>
      eventOf(sign, rest),
    )
    const [state, due, counted, ...refused] = expected.split(' ')
    return {
      why,
      told,
      events,
      asOf: dayOf(asOf),
      state,
      due: due === '-' ? null : due,
      counted: Number(counted),
      refused,
    }
  })

test('the table holds at least sixty cases', () => expect(cases.length).toBeGreaterThanOrEqual(60))

test.each(cases)('$why: $told', ({ events, asOf, state, due, counted, refused }) => {
  const proof = clockOf(events, asOf, theCalendar)
  expect({ state: proof.state, due: proof.due, counted: proof.counted }).toEqual({ state, due, counted })
  expect(proof.refusals.map(({ event }) => `x${event}`)).toEqual(refused)
})

const base = dayOf('2023-01-16')
const day = fc.integer({ min: -2, max: 120 }).map(days => addDays(base, days))
const event: fc.Arbitrary<ClockEvent> = fc.oneof(
  fc.record({ kind: fc.constant('opinionSought' as const), on: day, of: fc.constantFrom('甲', '乙') }),
  fc.record({ kind: fc.constant('opinionReceived' as const), on: day, of: fc.constantFrom('甲', '乙') }),
  fc.record({ kind: fc.constant('extended' as const), on: day, workdays: fc.integer({ min: 1, max: 25 }) }),
  fc.record({
    kind: fc.constant('correctionAsked' as const),
    on: day,
    answerBy: fc.constant(addDays(base, 40)),
  }),
  fc.record({ kind: fc.constant('corrected' as const), on: day }),
)
const story = fc
  .array(event, { maxLength: 8 })
  .map((events): ClockEvent[] => [{ kind: 'received', on: base }, ...events])

test('whatever happens, nothing is due before receipt, and the proof agrees with the due day and the count', () => {
  fc.assert(
    fc.property(story, day, (events, asOf) => {
      const proof = clockOf(events, asOf, theCalendar)
      const counted = proof.days.filter(line => line.counted)
      expect(counted.filter(line => line.on <= asOf)).toHaveLength(proof.counted)
      expect(counted.every(line => isWorkday(theCalendar, line.on))).toBe(true)
      expect(counted.map(line => line.number)).toEqual(counted.map((_, place) => place + 1))
      if (proof.due === null) return
      expect(proof.due > base).toBe(true)
      const last = counted.findLast(line => proof.due !== null && line.on <= proof.due)
      expect(last?.number).toBe(proof.allowance)
    }),
    { numRuns: 2000 },
  )
})

test('an opinion never shortens the period', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 0, max: 30 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), spans => {
      let due = ''
      for (let taken = 0; taken <= spans.length; taken++) {
        const events = spans.slice(0, taken).flatMap(([from, length], place): ClockEvent[] => [
          { kind: 'opinionSought', on: addDays(base, from), of: String(place) },
          { kind: 'opinionReceived', on: addDays(base, from + length), of: String(place) },
        ])
        const next =
          clockOf([{ kind: 'received', on: base }, ...events], dayOf('2023-12-31'), theCalendar).due ?? ''
        expect(next >= due).toBe(true)
        due = next
      }
    }),
  )
})

test('the order in which independent events are told does not matter', () => {
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat()), (events, keys) => {
      const distinct = events.filter((one, at) => events.findIndex(other => other.on === one.on) === at)
      const shuffled = distinct
        .map(one => ({ one, key: keys.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one)
      const asOf = dayOf('2023-06-30')
      const { refusals: _, ...told } = { ...clockOf(distinct, asOf, theCalendar) }
      const { refusals: __, ...retold } = { ...clockOf(shuffled, asOf, theCalendar) }
      expect(retold).toEqual(told)
    }),
  )
})

test('a period that reaches a year without a notice is an error', () => {
  const late: Day = dayOf('2026-12-25')
  expect(() => clockOf([{ kind: 'received', on: late }], late, theCalendar)).toThrow(NoticeMissing)
})

test.each([
  [{}, 'events'],
  [{ events: [], asOf: '2023-02-30' }, 'asOf'],
  [{ events: [{ kind: 'received', on: 'x' }], asOf: '2023-02-20' }, '第 1 个事件'],
  [{ events: [{ kind: 'sent', on: '2023-02-20' }], asOf: '2023-02-20' }, '不认识的 kind'],
  [{ events: [{ kind: 'extended', on: '2023-02-20', workdays: 1.5 }], asOf: '2023-02-20' }, '正整数'],
])('a hurt file is refused with the place: %j', (json, words) => {
  expect(parseClockFile(json)).toMatchObject({ kind: 'refusal', message: expect.stringContaining(words) })
})
