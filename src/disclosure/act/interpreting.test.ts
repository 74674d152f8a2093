import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { draftOf } from '../store/drafts.ts'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, theOffice } from './an-item.ts'
import { owedInterpretations, startInterpretation } from './interpreting.ts'

const agency = 'trial'
const { clerk } = theOffice(agency)
const today = dayOf('2026-03-10')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
})
afterAll(() => work.close())

const owed = (asked: { q?: string; drafted?: boolean } = {}) =>
  owedInterpretations(work, [agency], { page: 1, size: 20, ...asked })

test('a normative document asks for its interpretation until one is public, three working days by default', async () => {
  const content = aContent({ form: 'normativeDocument', title: '试验办法' })
  const id = await aPublished(work, { agency, today, content })
  await aPublished(work, { agency, today, content: aContent({ documentNumber: null }) })
  expect((await owed()).lines).toMatchObject([{ item: id, due: '2026-03-13', draft: null }])

  const started = await startInterpretation(work, { id, by: clerk, today })
  if (started.kind === 'refusal') throw new Error(started.message)
  expect((await owed()).lines).toMatchObject([{ item: id, draft: started.id }])
  const found = [{ q: '试验办' }, { q: '没有这个词' }, { drafted: true }, { drafted: false }]
  expect(await Promise.all(found.map(async asked => (await owed(asked)).total))).toEqual([1, 0, 1, 0])
  const draft = await draftOf(work, started.id)
  expect(draft?.content).toMatchObject({ title: '《试验办法》政策解读', interprets: [id] })
  const whole = aContent({
    ...draft?.content,
    madeOn: today,
    own: { by: '试验局', medium: '文字' },
    body: '<p>解读。</p>',
  })
  await savedAs(work, { id: started.id, by: clerk, today }, whole)
  await putOnShelf(work, { id: started.id, agency, today })
  expect(await owed()).toEqual({ lines: [], total: 0 })
})

test('what is no document, or not public, has nothing to interpret', async () => {
  const news = await aPublished(work, { agency, today, content: aContent({ form: 'news' }) })
  const draft = await aDraft(work, {
    agency,
    today,
    content: aContent({ form: 'normativeDocument', documentNumber: '云试发〔2026〕8号' }),
  })
  for (const id of [news, draft, 'nothing']) {
    expect(await startInterpretation(work, { id, by: clerk, today })).toMatchObject({ kind: 'refusal' })
  }
})
