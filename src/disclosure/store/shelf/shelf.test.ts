import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { addDays, type Day, dayOf } from '../../../statute/day.ts'
import { aContent, aPublished, stood, theOffice } from '../../act/an-item.ts'
import { end } from '../../act/ending.ts'
import { itemOfOldAddress, redirectOldAddresses } from '../../act/shelf/redirecting.ts'
import { documentTallies, inForceOn } from './documents.ts'

let work: TestDb
const agency = 'trial'
const today = dayOf('2026-03-10')
const { officer } = theOffice(agency)
beforeAll(async () => {
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
})
afterAll(() => work.close())

interface Told {
  readonly madeOn: Day
  readonly expiresOn: Day | undefined
  readonly ends: readonly { readonly validity: 'revised' | 'repealed' | 'expired'; readonly endsOn: Day }[]
}
let number = 0
async function tell({ madeOn, expiresOn, ends }: Told): Promise<string> {
  const own = { effectiveOn: madeOn, ...(expiresOn === undefined ? {} : { expiresOn }) }
  const document = { form: 'normativeDocument', documentNumber: `云试发〔2026〕${++number}号` } as const
  const id = await aPublished(work, { agency, today, content: aContent({ ...document, madeOn, own }) })
  for (const each of ends) {
    await stood(end(work, { id, by: officer, today }, { ...each, byWords: '另一文件', byItem: null }))
  }
  return id
}

test('现行有效 of any day is what was made minus what had ended by that day', async () => {
  const day = (offset: number) => addDays(dayOf('2024-01-01'), offset)
  const told: (Told & { id: string })[] = []
  const cases: Told[] = [
    { madeOn: day(0), expiresOn: undefined, ends: [] },
    { madeOn: day(10), expiresOn: undefined, ends: [{ validity: 'repealed', endsOn: day(40) }] },
    { madeOn: day(20), expiresOn: day(50), ends: [] },
    { madeOn: day(20), expiresOn: day(90), ends: [{ validity: 'expired', endsOn: day(70) }] },
    {
      ...{ madeOn: day(5), expiresOn: undefined },
      ends: [
        { validity: 'revised', endsOn: day(30) },
        { validity: 'repealed', endsOn: day(80) },
      ],
    },
  ]
  for (const each of cases) told.push({ ...each, id: await tell(each) })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -5, max: 100 }).map(day), async on => {
      const made = told.filter(({ madeOn }) => madeOn <= on)
      const ended = made.filter(
        ({ ends, expiresOn }) =>
          ends.some(({ endsOn }) => endsOn <= on) || (expiresOn !== undefined && expiresOn < on),
      )
      const gone = new Set(ended.map(({ id }) => id))
      const standing = made.map(({ id }) => id).filter(id => !gone.has(id))
      expect(await inForceOn(work, on)).toEqual(standing.toSorted())
      const tallies = { inForce: standing.length, ended: ended.length }
      expect(await documentTallies(work, { on })).toEqual(tallies)
    }),
    { numRuns: 60 },
  )
})

test('an address of the old site leads to what was imported from it, with its query', async () => {
  const item = await tell({ madeOn: dayOf('2024-05-01'), expiresOn: undefined, ends: [] })
  await redirectOldAddresses(work, [
    { oldPath: 'http://old.example/art/2024/5/1/a.html', item },
    { oldPath: '/show?id=7', item },
    { oldPath: '/show?id=7', item },
  ])
  expect(await itemOfOldAddress(work, 'http://localhost/art/2024/5/1/a.html')).toBe(item)
  expect(await itemOfOldAddress(work, '/show?id=7')).toBe(item)
  expect(await itemOfOldAddress(work, '/show?id=8')).toBeUndefined()
})
