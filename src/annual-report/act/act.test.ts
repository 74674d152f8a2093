import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { given, secrets } from '../../hotline/act/a-hotline.ts'
import { answerBy } from '../../hotline/act/knowledge/answering.ts'
import { registerDemand } from '../../hotline/act/registering.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { addPerson } from '../../office/people.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { inSeconds } from '../../platform/clock.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { aReport } from '../a-report.ts'
import { hotlineSentence } from '../live-figures.ts'
import { findingsOf } from '../rules/checked.ts'
import { editionLines, editionOf } from '../store/editions.ts'
import { rebuiltStanding, standingOf } from '../store/history.ts'
import { type Doing, type Done, explain, saveDraft, startReport, takeStep } from './act.ts'
import { figuresBeside } from './beside.ts'
import { restatement } from './restated.ts'
import { draftView } from './views.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await addAgency(
    work,
    { code: 'trial', name: '云川市试验局', shortName: '试验局', kind: 'department', parent: null },
    theSystem,
  )
})
afterAll(() => work.close())

const today = dayOf('2024-01-15')
const actor = (id: string, role: Role): Actor => ({
  id,
  name: `云川${id}`,
  grants: [{ role, agency: 'trial' }],
})
const officer = actor('公开', 'officer')
const coordinator = actor('审核', 'coordinator')
const head = actor('分管', 'head')
const doing = (by: Actor, year: number): Doing => ({ agency: 'trial', year, by, today })

async function standing(done: Promise<Done>) {
  const answer = await done
  if ('kind' in answer) throw new Error(answer.kind === 'refusal' ? answer.message : answer.kind)
  return answer
}

async function published(year: number, report = aReport()) {
  await standing(startReport(work, doing(officer, year), 'blank'))
  await standing(saveDraft(work, doing(officer, year), report))
  await standing(takeStep(work, doing(officer, year), 'submit'))
  await standing(takeStep(work, doing(coordinator, year), 'check'))
  await standing(takeStep(work, doing(head, year), 'approve'))
  return standing(takeStep(work, doing(officer, year), 'publish'))
}

test('a report is made, checked, approved, published, and corrected as a new edition with its reason', async () => {
  expect(await published(2030)).toMatchObject({ state: 'published', edition: 1, publishedOn: today })
  const first = await editionOf(work, { agency: 'trial', year: 2030 }, 1)
  const refused = await takeStep(work, doing(officer, 2030), 'correct')
  expect(refused).toMatchObject({ kind: 'refusal', message: expect.stringContaining('原因') })
  await standing(takeStep(work, doing(officer, 2030), 'correct', '漏报一件'))
  await standing(saveDraft(work, doing(officer, 2030), aReport({ 'proactive.licensing': 5 })))
  await standing(takeStep(work, doing(officer, 2030), 'submit'))
  await standing(takeStep(work, doing(coordinator, 2030), 'check'))
  await standing(takeStep(work, doing(head, 2030), 'approve'))
  await standing(takeStep(work, doing(officer, 2030), 'publish'))
  expect(await editionLines(work, { agency: 'trial', year: 2030 })).toMatchObject([
    { edition: 1, reason: null },
    { edition: 2, reason: '漏报一件' },
  ])
  expect(await editionOf(work, { agency: 'trial', year: 2030 }, 1)).toEqual(first)
})

test('next year begins from what was carried out and what is in force', async () => {
  const next = await standing(startReport(work, doing(officer, 2031), 'previous'))
  expect(next.draft.applications.carriedIn).toEqual([2, 0, 0, 0, 0, 0, 2])
  expect(next.draft.proactive.normativeDocuments.inForce).toBe(12)
  expect(next.draft.applications.received?.[0]).toBeNull()
})

test('the prose shows the year of the hotline, written down on publication; what changes after is a restatement', async () => {
  const grants = [{ role: 'hotlineAgent', agency: 'trial' }] as const
  await addPerson(work, { signIn: 'yan-agent', name: '演接听', grants }, theSystem, today)
  const agent = { ...actor('接听', 'hotlineAgent'), name: '演示' }
  const register = async (moment: string) => {
    const receipt = await registerDemand(work, { ...given, agency: 'trial' }, { by: agent, moment, secrets })
    if (isRefusal(receipt)) throw new Error(receipt.message)
    return receipt
  }
  const { id } = await register('2025-03-03T02:00:00.000Z')
  await register('2025-12-31T15:59:00.000Z')
  await register('2025-12-31T16:01:00.000Z')
  const key = { agency: 'trial', year: 2025 }
  const beside = await figuresBeside(work, key)
  expect(beside.map(({ path }) => path)).not.toContain('hotline.closingRate')
  const overview = `${aReport().narrative.overview}${hotlineSentence(beside)}`
  expect(overview).toContain('受理诉求{{hotline.total}}件，直接办复{{hotline.answered}}件')
  const report = { ...aReport(), year: 2025, narrative: { ...aReport().narrative, overview } }
  await published(2025, report)
  const edition = await editionOf(work, key)
  expect(edition?.report.narrative.overview).toContain('受理诉求2件，直接办复0件')
  await answerBy(work, { id, by: agent, moment: inSeconds(1) }, { words: '已说明。' })
  expect((await restatement(work, key))?.cells).toContainEqual({
    ...{ path: 'hotline.answered', label: '12345热线·直接办复' },
    ...{ published: 0, onPublication: 0, now: 1 },
  })
  const seen = await draftView(work, key, officer, today)
  expect(seen?.beside.find(({ path }) => path === 'hotline.answered')?.value).toBe(0)
  expect(seen?.beside.find(({ path }) => path === 'hotline.channel.phone')?.value).toBe(2)
  expect((await editionOf(work, key))?.report.narrative.overview).toContain('直接办复0件')
  const none = findingsOf(
    { ...report, year: 2024 },
    undefined,
    await figuresBeside(work, { ...key, year: 2024 }),
  )
  expect(none.map(({ message }) => message).join()).toContain(
    '引用的热线数字 {{hotline.total}} 在本年度没有数据',
  )
})

test('who saw an older version is told what stands now, and nothing is lost', async () => {
  const started = await standing(startReport(work, doing(officer, 2040), 'blank'))
  await standing(saveDraft(work, { ...doing(officer, 2040), version: started.version }, aReport()))
  const late = await saveDraft(
    work,
    { ...doing(officer, 2040), version: started.version },
    aReport({ 'proactive.licensing': 9 }),
  )
  expect(late).toMatchObject({
    kind: 'conflict',
    standing: { version: 2, draft: { proactive: { licensing: 0 } } },
  })
})

test('an error is published with its explanation only, and the explanation stands under the edition', async () => {
  await standing(startReport(work, doing(officer, 2050), 'blank'))
  await standing(saveDraft(work, doing(officer, 2050), aReport({ 'remedies.reconsideration.total': 4 })))
  const where = ['total', 'upheld', 'corrected', 'other', 'pending'].map(
    name => `remedies.reconsideration.${name}`,
  )
  const explanations = [{ rule: 'remedies.total', where, text: '一件并案审理，计入两项。' }]
  for (const told of [false, true]) {
    if (told) await standing(explain(work, doing(officer, 2050), explanations))
    await standing(takeStep(work, doing(officer, 2050), 'submit'))
    await standing(takeStep(work, doing(coordinator, 2050), 'check'))
    await standing(takeStep(work, doing(head, 2050), 'approve'))
    const done = await takeStep(work, doing(officer, 2050), 'publish')
    expect(isRefusal(done)).toBe(!told)
    if (!told) await standing(takeStep(work, doing(head, 2050), 'return', '请写明原因'))
  }
  expect(await editionOf(work, { agency: 'trial', year: 2050 })).toMatchObject({
    explanations,
    findings: [{ expected: 3, actual: 4 }],
  })
})

const acts = ['submit', 'return', 'check', 'approve', 'publish', 'correct', 'save', 'spoil'] as const
test('whatever is tried in whatever order: no unexplained error is published, no edition changes, history tells all', async () => {
  let year = 2060
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...acts), fc.constantFrom(officer, coordinator, head)), {
        maxLength: 25,
      }),
      async tries => {
        year = year === 2099 ? 2060 : year + 1
        const key = { agency: 'trial', year }
        await startReport(work, doing(officer, year), 'blank')
        await saveDraft(work, doing(officer, year), aReport())
        const kept = new Map<number, string>()
        for (const [act, by] of tries) {
          if (act === 'save') await saveDraft(work, doing(by, year), aReport())
          else if (act === 'spoil')
            await saveDraft(work, doing(by, year), aReport({ 'remedies.reconsideration.total': 9 }))
          else await takeStep(work, doing(by, year), act, '原因')
          for (const { edition, hash } of await editionLines(work, key)) {
            expect(kept.get(edition) ?? hash).toBe(hash)
            kept.set(edition, hash)
          }
        }
        expect(await rebuiltStanding(work, key)).toEqual(await standingOf(work, key))
        const latest = await editionOf(work, key)
        expect(latest?.findings.filter(finding => finding.severity === 'error') ?? []).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
  expect((await verifyAudit(work.db)).broken).toEqual([])
})
