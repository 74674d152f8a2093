import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../app/routes.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor } from '../../office/roles.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { paths } from '../../web/paths.ts'
import { aLodging } from '../act/a-lodging.ts'
import { lodge } from '../act/lodge.ts'
import {
  decideRecordCorrection,
  openRecordPaper,
  recordCorrectionByCode,
  recordOwners,
} from '../act/records.ts'
import { sendingOf } from '../act/sending.ts'
import { eraseOldIdentities } from '../act/unasked/erasing.ts'
import { papersOfRecords } from '../store/papers.ts'

const secrets = passingSecrets()
let work: TestDb
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  work = await testDb()
  const agency = { code: 'trial', name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...agency, kind: 'department', parent: null }, theSystem)
  site = siteOn(work, { secrets })
})
afterAll(() => work.close())

const origin = 'http://localhost'
const headers = { origin, host: 'localhost' }

function sent(change: Readonly<Record<string, string | File>> = {}): FormData {
  const form = new FormData()
  const fields = {
    ...{ kind: 'naturalPerson', name: '演市民', document: '演示证件000011', contact: '000-0000' },
    ...{ description: '2024 年度抽检结果', giving: 'electronic', serving: 'internet', agencies: 'trial' },
    ...change,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

async function ask(form: FormData) {
  const answer = await site.request(origin + paths.ask(), { method: 'POST', body: form, headers })
  return { status: answer.status, text: await answer.text() }
}

async function kept() {
  const { requests } = await work.db
    .selectFrom('foi_requests')
    .select(eb => eb.fn.countAll<number>().as('requests'))
    .executeTakeFirstOrThrow()
  return requests
}

const bytes = (text: string) => new TextEncoder().encode(text)
const refused: readonly [string, Record<string, string | File>, RegExp][] = [
  ['100,000 characters', { description: '字'.repeat(100_000) }, /现在有 100000 字，不能超过 5000 字/],
  ['a name that is too long', { name: '演'.repeat(200) }, /不能超过 100 字/],
  ['an agency that is not there', { agencies: "trial' or '1'='1" }, /选择的机关不存在/],
  [
    'a page called a picture',
    { identity: new File([bytes('<html><script>')], '身份证.png', { type: 'image/png' }) },
    /“身份证.png”的内容不是可以接收的文件/,
  ],
  [
    'an archive with a path in its name',
    { material: new File([zipSync({ '../../etc/passwd': bytes('x') })], '../../a.docx') },
    /“a.docx”的内容不是可以接收的文件/,
  ],
  ['an empty file', { material: new File([], '空.pdf') }, /“空.pdf”是空文件/],
]

test.each(refused)(
  '%s: refused in Chinese, what was typed stays, nothing is written',
  async (_, change, why) => {
    const before = await kept()
    const { status, text } = await ask(sent(change))
    expect(status).toBe(422)
    expect(text).toMatch(why)
    if (change.name === undefined) expect(text).toContain('value="演市民"')
    expect(await kept()).toBe(before)
  },
)

test('SQL, HTML, formulas, emoji and marks of direction are words like others', async () => {
  const description = `'; drop table foi_requests; -- <script>alert(1)</script> =1+1 😀 \u202E反`
  const { status, text } = await ask(sent({ description, name: '<b>演</b>' }))
  expect(status).toBe(200)
  expect(text).toMatch(/<code class="code">[\w-]{22}<\/code>/)
  const { description: written } = await work.db
    .selectFrom('foi_requests')
    .select('description')
    .orderBy('arrived_on', 'desc')
    .where('description', 'like', '%drop table%')
    .executeTakeFirstOrThrow()
  expect(written).toBe(`'; drop table foi_requests; -- <script>alert(1)</script> =1+1 😀 反`)
  const sealed = await work.db.selectFrom('foi_applicants').select('sealed').execute()
  expect(JSON.stringify(sealed)).not.toContain('演示证件')
})

test('the tracking page shows words escaped, and carries its code in no address and no page', async () => {
  const { text } = await ask(sent({ description: '<img src=x onerror=alert(1)>' }))
  const [, code = ''] = /<code class="code">([\w-]{22})<\/code>/.exec(text) ?? []
  const form = new FormData()
  form.set('code', code)
  const entered = await site.request(origin + paths.track(), { method: 'POST', body: form, headers })
  expect(entered.headers.get('location')).toBe(paths.tracked())
  const cookie = entered.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  const page = await site.request(origin + paths.tracked(), { headers: { ...headers, cookie } })
  const shown = await page.text()
  expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(shown).not.toContain(code)
  expect(page.headers.get('cache-control')).toBe('no-store')
})

test('a wrong record on oneself: asked with evidence, decided once by the office, read by the code', async () => {
  const form = new FormData()
  const fields = { agency: 'trial', kind: 'naturalPerson', name: '演市民', document: '演示1', contact: '000' }
  const asked = { ...fields, record: '2024 年度补贴名单', wanted: '姓名写错一字', evidence: '' }
  for (const [name, value] of Object.entries(asked)) form.set(name, value)
  const post = () => site.request(origin + paths.correctRecord(), { method: 'POST', body: form, headers })
  const refused = await post()
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('请写明能证明记录不准确的证据')
  form.set('evidence', '户口簿复印件')
  form.set('file', new File([bytes('户口簿')], '户口簿.txt'))
  const [, code = ''] = /<code class="code">([\w-]{22})<\/code>/.exec(await (await post()).text()) ?? []
  const found = await recordCorrectionByCode(work, code)
  const id = found?.id ?? ''
  const officer = { id: 'o', name: '演公开', grants: [{ role: 'officer' as const, agency: 'trial' }] }
  const sending = await sendingOf(work, secrets)
  const decide = (by: Actor, corrected: string) => {
    const decision = { kind: 'corrected', corrected, reason: '与户口簿一致' } as const
    return decideRecordCorrection(work, { id, by, today: dayOf('2026-11-25') }, { decision, sending })
  }
  const stranger = { ...officer, grants: [{ role: 'officer' as const, agency: 'other' }] }
  expect(await decide(stranger, '演市民')).toMatchObject({ kind: 'refusal', law: 'Art 41' })
  expect(await decide(officer, '')).toMatchObject({ kind: 'refusal', law: 'Art 41' })
  expect(await decide(officer, '演市民')).toMatchObject({ decidedBy: '演公开' })
  expect(await decide(officer, '又改')).toMatchObject({ kind: 'refusal', law: 'Art 41' })
  const [paper] = (await papersOfRecords(work, [id])).get(id) ?? []
  if (found === undefined || paper === undefined) throw new Error('not kept')
  const open = (by: Actor) => openRecordPaper(work, { asked: found, paper: paper.id, by }, secrets)
  expect(await open(stranger)).toMatchObject({ kind: 'refusal', law: 'Art 41' })
  expect(await open(officer)).toMatchObject({ paper: { name: '户口簿.txt' }, bytes: Buffer.from('户口簿') })
  const page = await site.request(origin + paths.tracked(), {
    headers: { ...headers, cookie: `foi_track=${code}` },
  })
  expect(await page.text()).toMatch(/予以更正[\s\S]*政府信息更正告知书/)
  expect(await eraseOldIdentities(work, dayOf('2036-11-25'))).toContain(found.number)
  expect(await open(officer)).toMatchObject({ kind: 'refusal' })
  expect((await recordOwners(work, [id], secrets)).size).toBe(0)
})

test('the code of a request opens the round that answers it again, and no other request', async () => {
  const by = { by: theSystem, today: dayOf('2026-11-25'), secrets }
  const first = await lodge(work, aLodging(), by)
  const other = await lodge(work, aLodging(), by)
  if ('kind' in first || 'kind' in other) throw new Error('not lodged')
  const round = await lodge(work, aLodging({ roundOf: first.id }), by)
  if ('kind' in round) throw new Error('not lodged')
  const go = async (id: string) => {
    const cookie = `foi_track=${first.trackingCode}`
    const answer = await site.request(origin + paths.trackedRound(id), { headers: { ...headers, cookie } })
    const given = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const page = await site.request(origin + paths.tracked(), { headers: { ...headers, cookie: given } })
    return [answer.headers.get('location'), /<h1>申请 (.*?)<\/h1>/.exec(await page.text())?.[1]]
  }
  expect(await go(round.id)).toEqual([paths.tracked(), round.number])
  expect(await go('first')).toEqual([paths.tracked(), first.number])
  expect(await go(other.id)).toEqual([paths.track(), first.number])
})

test('codes cannot be guessed: each wrong one says the same, a number opens nothing, and after ten tries one waits', async () => {
  const answers: number[] = []
  for (const code of [
    '〔2026〕第1号',
    '1',
    "' or 1=1 --",
    'a'.repeat(22),
    ...Array(10).fill('b'.repeat(22)),
  ]) {
    const form = new FormData()
    form.set('code', code)
    const answer = await site.request(origin + paths.track(), { method: 'POST', body: form, headers })
    if (answer.status === 422) expect(await answer.text()).toContain('没有找到这个查询码对应的申请')
    answers.push(answer.status)
  }
  expect(answers.slice(0, 8)).toEqual(Array(8).fill(422))
  expect(answers.at(-1)).toBe(429)
})

test('without the code nothing of a request is shown, and papers of others are not found', async () => {
  for (const path of [paths.tracked(), paths.trackedPaper('x'), paths.trackedLetter('x', 'pdf')]) {
    const answer = await site.request(origin + path, { headers })
    expect([path, answer.headers.get('location')]).toEqual([path, paths.track()])
  }
})

test('a form from another site is refused', async () => {
  const answer = await site.request(origin + paths.ask(), {
    ...{ method: 'POST', body: sent() },
    headers: { origin: 'https://elsewhere.example', host: 'localhost' },
  })
  expect(answer.status).toBe(403)
})
