import fc from 'fast-check'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { saveSetting, settingForms } from '../../../platform/settings.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { aContent, aPublished, putOnShelf, savedAs, theOffice } from '../../act/an-item.ts'
import { end } from '../../act/ending.ts'
import { openRevision, restore, withdraw } from '../../act/revising.ts'
import type { ItemForm } from '../../forms.ts'
import { disclosurePortal } from '../routes.ts'
import { caughtUpNow } from './moves.ts'

let work: TestDb
let kept: Hono<AppEnv>
const today = dayOf('2026-03-10')
const agencies = ['first', 'second'] as const
const forms = ['document', 'normativeDocument', 'guide'] as const satisfies readonly ItemForm[]
beforeAll(async () => {
  work = await testDb()
  for (const code of agencies) {
    const added = { code, name: `云川市${code}局`, shortName: code, kind: 'department' } as const
    await addAgency(work, { ...added, parent: null }, theSystem)
  }
  kept = portalOn(work)
})
afterAll(() => work.close())

function portalOn(on: Work): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  portal.use(async (context, next) => {
    context.set('work', on)
    await next()
  })
  return portal.route('/', disclosurePortal())
}

interface Known {
  readonly id: string
  readonly agency: (typeof agencies)[number]
  readonly form: (typeof forms)[number]
}
const items: Known[] = []
const seen = new Set(['/disclosure', '/disclosure/catalogue', '/disclosure/documents', '/disclosure/guide'])
for (const code of agencies)
  seen.add(`/disclosure/catalogue?agency=${code}`).add(`/disclosure/guide?agency=${code}`)
for (const form of forms) seen.add(`/disclosure/catalogue?form=${form}`)
for (const duty of ['20.1', '20.15']) seen.add(`/disclosure/catalogue?duty=${duty}`)

/** Every page as memory gives it, and as it is made anew by a process that has kept nothing. */
async function compared() {
  await caughtUpNow(work)
  const fresh = portalOn({ ...work })
  for (const path of seen) {
    const [mine, anew] = await Promise.all([kept.request(path), fresh.request(path)])
    expect([path, mine.status, await mine.text()]).toEqual([path, anew.status, await anew.text()])
  }
}

const acts = {
  async publish(at: number) {
    const agency = agencies[at % 2] ?? 'first'
    const form = forms[at % 3] ?? 'document'
    const target = items.findLast(each => each.form === 'normativeDocument')
    const links = form !== 'normativeDocument' || target === undefined ? {} : { repeals: [target.id] }
    const content = aContent({
      form,
      title: `第${items.length}件`,
      documentNumber: `云试发〔2026〕${items.length}号`,
      ...links,
    })
    const id = await aPublished(work, { agency, today, content })
    items.push({ id, agency, form })
    for (const place of ['', '/editions/1', '/difference?from=1&to=1'])
      seen.add(`/disclosure/items/${id}${place}`)
    return id
  },
  async revise({ id, agency }: Known) {
    const by = theOffice(agency).clerk
    if ('kind' in (await openRevision(work, { id, by, today }, '修改'))) return
    const form = 'document'
    const content = aContent({
      form,
      duty: '20.1',
      title: `改后的${id}`,
      documentNumber: `云改发〔2026〕${id.slice(-4)}号`,
    })
    await savedAs(work, { id, by, today }, content)
    await putOnShelf(work, { id, agency, today, reason: '修改' })
  },
  async withdraw({ id, agency }: Known) {
    const doing = { id, by: theOffice(agency).head, today }
    if ('kind' in (await withdraw(work, doing, '有误'))) await restore(work, doing, '核实无误')
  },
  async end({ id, agency }: Known) {
    const by = items.find(each => each.id !== id)?.id ?? null
    const told = { validity: 'revised', endsOn: today, byWords: '另一文件', byItem: by } as const
    await end(work, { id, by: theOffice(agency).head, today }, told)
  },
}

test('after any act no page is stale, an act touches few pages, and the pages of others stay', async () => {
  const act = fc.record({ what: fc.constantFrom('publish', 'revise', 'withdraw', 'end'), at: fc.nat(11) })
  for (const at of [0, 1, 5]) await acts.publish(at)
  await compared()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 6 }), async course => {
      for (const { what, at } of course) {
        const before = (await caughtUpNow(work)).size
        const target = items[at % items.length]
        if (what === 'publish' || target === undefined) await acts.publish(at)
        else if (what === 'revise') await acts.revise(target)
        else if (what === 'withdraw') await acts.withdraw(target)
        else await acts.end(target)
        const pages = await caughtUpNow(work)
        // What a document repeals moves with it, on its own three pages.
        const plain = what === 'publish' && at % 3 !== 1
        expect(before - pages.size).toBeLessThanOrEqual(plain ? 10 : 15)
        await compared()
      }
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 60_000)

test('what repealed a document shows it no longer once it is withdrawn, and again once it is restored', async () => {
  await acts.publish(1)
  const target = items.at(-1)
  if (target === undefined) throw new Error('nothing was published')
  const page = `/disclosure/items/${await acts.publish(1)}`
  const link = `href="/disclosure/items/${target.id}"`
  const shown = async () => (await (await kept.request(page)).text()).includes(link)
  expect(await shown()).toBe(true)
  for (const there of [false, true]) {
    await acts.withdraw(target)
    await caughtUpNow(work)
    expect(await shown()).toBe(there)
  }
})

test('a page that nothing touched is answered from memory, also as not modified', async () => {
  const id = await acts.publish(0)
  const path = `/disclosure/items/${id}`
  await caughtUpNow(work)
  const first = await kept.request(path)
  await acts.publish(3)
  const pages = await caughtUpNow(work)
  expect(pages.get(` http://localhost${path}`)?.etag).toBe(first.headers.get('etag'))
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await kept.request(path, { headers })).status).toBe(304)
})

test('an address of somebody’s own invention is answered and not kept', async () => {
  const { size } = await caughtUpNow(work)
  for (const path of [
    '/disclosure?x=1',
    '/disclosure/catalogue?y=2',
    '/disclosure/catalogue?page=1',
    '/disclosure/documents?on=2026-01-01',
  ]) {
    expect((await kept.request(path)).status).toBe(200)
  }
  expect((await caughtUpNow(work)).size).toBe(size)
})

test('the settings of the site and a new agency stand on every page', async () => {
  await kept.request('/disclosure')
  await saveSetting(work, 'site', settingForms.site.parse({ name: '改名后的网站' }), theSystem)
  await caughtUpNow(work)
  expect(await (await kept.request('/disclosure')).text()).toContain('改名后的网站')
})
