import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../app/routes.ts'
import { theSystem } from '../../office/agencies.ts'
import { addPerson } from '../../office/people.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { paths } from '../../web/paths.ts'
import { given, openHotline, refused, secrets, start, toRoads, who } from '../act/a-hotline.ts'
import { fileDemand } from '../act/caller/filing.ts'
import { dispatch, returnDemand, sign } from '../act/dispatching.ts'
import { callBack, close, feedBack, noteDemand } from '../act/handling.ts'
import { draftEntry, takeEntryStep } from '../act/knowledge/entries.ts'
import { openForStaff, papersIn } from '../act/papers/papers.ts'
import { publishedList } from '../act/published/publishing.ts'
import { type AnswerTold, takeAnswerStep } from '../act/published/stepping.ts'
import type { EntryContent } from '../knowledge/entry.ts'
import type { AnswerState } from '../published/published.ts'
import type { AnswerStep } from '../published/steps.ts'
import { demandOf } from '../store/history.ts'

let work: TestDb
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
  const agent = {
    signIn: 'agent1',
    name: '演话务',
    grants: [{ role: 'hotlineAgent', agency: 'hotline' } as const],
  }
  await addPerson(work, agent, theSystem, dayOf('2026-01-01'))
  site = siteOn(work, { secrets })
})
afterAll(() => work.close())

const origin = 'http://localhost'
const headers = { origin, host: 'localhost' }
/** A picture of one pixel. */
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const photo = (name = '路灯.png', bytes: Uint8Array<ArrayBuffer> = png) => new File([bytes], name)

type Fields = Readonly<Record<string, string | readonly File[]>>

function formOf(change: Fields = {}): FormData {
  const form = new FormData()
  const fields: Fields = {
    ...{ agency: 'hotline', type: 'complaint', subject: '演示路路灯不亮', body: '8 号门前路灯三天不亮。' },
    ...{ place: '演示路 8 号', name: '演市民', phone: '000-0000001', ...change },
  }
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.set(name, value)
    else for (const file of value) form.append(name, file)
  return form
}

async function post(path: string, body: FormData, cookie = '') {
  const answer = await site.request(origin + path, { method: 'POST', body, headers: { ...headers, cookie } })
  const text = await answer.text()
  return { status: answer.status, text, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const demands = async () => (await work.db.selectFrom('hotline_demands').select('id').execute()).length

test.each([
  ['no words', { subject: '', body: '' }, /请用一句话写明/],
  ['a type that is none', { type: 'joke' }, /请选择诉求的类型/],
  ['a hotline that is none', { agency: 'nowhere' }, /请选择受理热线/],
  ['no telephone', { phone: '' }, /请填写联系电话/],
  ['a telephone without figures', { phone: '不告诉你' }, /请填写联系电话/],
  ['100,000 characters', { body: '长'.repeat(100_000) }, /现在有 100000 字，不能超过 5000 字/],
  [
    'a hundred photos',
    { files: Array.from({ length: 100 }, () => photo()) },
    /一次最多附 9 个文件，现在有 100 个/,
  ],
  [
    'a page called a photo',
    { files: [photo('照片.png', new TextEncoder().encode('<html><script>'))] },
    /不是可以接收/,
  ],
])('%s: refused in Chinese, what was typed stays, nothing is written', async (_, change, why) => {
  const before = await demands()
  const { status, text } = await post(paths.fileDemand(), formOf(change))
  expect(status).toBe(422)
  expect(text).toMatch(why)
  expect(text).toContain('value="演市民"')
  expect(await demands()).toBe(before)
})

async function filed(change: Fields = {}) {
  const { status, text } = await post(paths.fileDemand(), formOf(change))
  const number = /\d{8}-\d{5}/.exec(text)?.[0] ?? ''
  const code = /<code class="code">([\w-]{22})</.exec(text)?.[1] ?? ''
  return { status, text, number, code }
}

async function tracked({ number, code }: { readonly number: string; readonly code: string }) {
  const form = new FormData()
  form.set('number', number)
  form.set('code', code)
  const { status, cookie, text } = await post(paths.trackDemand(), form)
  const read = async (path = paths.trackedDemand()) =>
    await (await site.request(origin + path, { headers: { ...headers, cookie } })).text()
  return { status, cookie, text, read }
}

test('filed with a photo, followed by number and code, added to, rated and reopened by its caller', async () => {
  const once = 'a'.repeat(22)
  const receipt = await filed({ files: [photo()], body: '<b>坏</b> =1+1', once })
  expect(receipt).toMatchObject({ status: 200, code: expect.stringMatching(/^[\w-]{22}$/) })
  const again = await filed({ once })
  expect(again).toMatchObject({ number: receipt.number, code: receipt.code })
  expect(again.text).toContain('没有重复登记')
  expect(await tracked({ ...receipt, code: 'x'.repeat(22) })).toMatchObject({ status: 422 })
  expect(await tracked({ ...receipt, number: '20200101-00001' })).toMatchObject({ status: 422 })
  const { read, cookie } = await tracked(receipt)
  const first = await read()
  expect(first).toContain('&lt;b&gt;坏&lt;/b&gt; =1+1')
  expect(first).toContain('路灯.png')
  const { id } = await work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('number', '=', receipt.number)
    .executeTakeFirstOrThrow()
  const moment = new Date().toISOString()
  const doing = (role: Parameters<typeof who>[0], agency?: string) => ({ id, by: who(role, agency), moment })
  await dispatch(work, doing('dispatcher'), toRoads)
  await returnDemand(work, doing('handlingUnit', 'roads'), { reason: '属水务', responsible: '水务局' })
  await noteDemand(work, doing('supervisor'), '内部：注意此人')
  const returned = await read()
  expect(returned).toMatch(/等待热线重新确定承办单位：属水务/)
  expect(returned).toMatch(/起等待确定承办单位/)
  expect(returned).not.toContain('内部：注意此人')
  await dispatch(work, doing('dispatcher'), { unit: 'water', basis: '' })
  await sign(work, doing('handlingUnit', 'water'))
  await feedBack(work, doing('handlingUnit', 'water'), { words: '已修好', resolution: 'resolved' })
  const step = (name: string, fields: Fields) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields))
      if (typeof value === 'string') form.set(field, value)
      else for (const file of value) form.append(field, file)
    return post(paths.trackedDemandStep(name), form, cookie)
  }
  const level = { handling: 'satisfied', result: 'dissatisfied' }
  expect((await step('callBack', { handling: 'satisfied' })).text).toContain('分别选择一项')
  expect((await step('callBack', level)).text).toContain('请写明原因')
  expect((await step('callBack', { ...level, words: '又灭了' })).status).toBe(303)
  expect((await step('note', { words: '补一张照片', files: [photo('又灭.png')] })).status).toBe(303)
  expect((await step('reopen', { words: '又灭了' })).status).toBe(303)
  expect((await step('dispatch', { words: '自己派' })).status).toBe(404)
  expect(await read()).toMatch(/对办理结果：不满意；又灭了/)
  expect((await step('withdraw', { words: '算了' })).text).toContain('请勾选')
  expect((await step('withdraw', { words: '算了', sure: '1' })).status).toBe(303)
  const papers = [...(await read()).matchAll(/tracked\/papers\/([\w-]{36})/g)].map(([, paper]) => paper ?? '')
  expect(papers).toHaveLength(2)
  const kept = await work.db.selectFrom('hotline_paper_pieces').select('sealed').execute()
  expect(kept.length).toBeGreaterThanOrEqual(2)
  expect(kept.every(({ sealed }) => !Buffer.from(sealed).includes(Buffer.from(png.slice(0, 8))))).toBe(true)
})

test('a demand that names another city is taken, and the receipt says whom to call there', async () => {
  expect((await filed({ place: '南京市玄武区' })).text).toMatch(/提到“南京市”.*当地区号加 12345/)
  expect((await filed()).text).not.toContain('当地区号')
})

test('who opens a photo of a confidential demand is written into the trail', async () => {
  const { number } = await filed({ phone: '000-0000055', confidential: '1', files: [photo()] })
  const { id, agency } = await work.db
    .selectFrom('hotline_demands')
    .select(['id', 'agency'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const [paper] = await papersIn(work, id)
  const record = await demandOf(work, id)
  if (record === undefined) throw new Error('filed and not found')
  const open = (confidential: boolean) => {
    const asked = { ...record, demand: { ...record.demand, confidential } }
    const looking = { by: who('supervisor', agency), moment: start }
    return openForStaff(work, { record: asked, paper: paper?.id ?? '', ...looking }, secrets)
  }
  expect((await open(false))?.bytes).toEqual(Buffer.from(png))
  await open(true)
  const looks = await work.db.selectFrom('hotline_looks').select(['demand', 'kind', 'bond']).execute()
  expect(looks).toEqual([{ demand: id, kind: 'paper', bond: null }])
  const read = work.db.selectFrom('audit').select('subject').where('act', '=', 'hotline.paper')
  expect(await read.execute()).toEqual([{ subject: id }])
})

test('more than thirty in an hour from one network are a flood, whatever numbers they give', async () => {
  const file = async (at: number, hour: number) => {
    const caller = { name: '演多', phone: `000-1000${100 + at}` }
    const words = { ...given, caller, files: [], from: `2001:db8::${at.toString(16)}` }
    const moment = new Date(Date.parse('2026-01-16T02:00:00Z') + hour * 3_600_000).toISOString()
    const receipt = await fileDemand(work, words, { moment, secrets })
    return 'kind' in receipt ? receipt.message : 'filed'
  }
  const answers: string[] = []
  for (let at = 0; at < 31; at++) answers.push(await file(at, 0))
  expect(answers.filter(answer => answer === 'filed')).toHaveLength(30)
  expect(answers.at(-1)).toMatch(/这个网络一小时内提交的诉求太多/)
  expect(await file(99, 2)).toBe('filed')
  const marks = await work.db.selectFrom('hotline_filed_from').select('network').execute()
  expect(JSON.stringify(marks)).not.toContain('2001')
})

test('more than ten in a day from one telephone are a flood', async () => {
  const answers: string[] = []
  for (let at = 0; at < 11; at++) {
    const words = {
      ...given,
      subject: `第 ${at} 件`,
      caller: { name: '演多', phone: '000-0000077' },
      files: [],
    }
    const receipt = await fileDemand(work, words, { moment: new Date().toISOString(), secrets })
    answers.push('kind' in receipt ? receipt.message : 'filed')
  }
  expect(answers.filter(answer => answer === 'filed')).toHaveLength(10)
  expect(answers.at(-1)).toMatch(/同一电话 24 小时内最多提交 10 件/)
})

test('a chosen answer is public without anybody’s data; who has the same counts once', async () => {
  const { number } = await filed({ phone: '000-0000088' })
  const { id } = await work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const moment = new Date().toISOString()
  const doing = (role: Parameters<typeof who>[0], agency?: string) => ({
    id,
    by: who(role, agency),
    moment,
    secrets,
  })
  const words = { title: '路灯不亮找谁', question: '门前路灯不亮。', answer: '由城管局负责，已修好。' }
  const step = (step: AnswerStep, role: Parameters<typeof who>[0], told: AnswerTold = {}) =>
    takeAnswerStep(work, { ...doing(role), step }, told)
  const published = async (change: Partial<typeof words> = {}) => {
    await step('draft', 'dispatcher', { content: { ...words, ...change } })
    const checked = await step('check', 'supervisor')
    return 'kind' in checked ? checked : await step('publish', 'supervisor')
  }
  expect(await step('propose', 'hotlineAgent')).toMatchObject(refused(/办结或者直接办复以后/))
  await dispatch(work, doing('dispatcher'), toRoads)
  await sign(work, doing('handlingUnit', 'roads'))
  await feedBack(work, doing('handlingUnit', 'roads'), { words: '已修好', resolution: 'resolved' })
  await callBack(work, doing('callbackAgent'), { handling: 'satisfied', result: 'satisfied', words: '' })
  await close(work, doing('callbackAgent'))
  await step('propose', 'hotlineAgent')
  expect(await published({ question: '演市民问：路灯不亮。' })).toMatchObject(refused(/来电人的姓名或者电话/))
  expect(await published({ answer: '请联系 13912345678' })).toMatchObject(refused(/个人信息/))
  expect(await published()).toMatchObject({ state: 'published' })
  const listed = async (state: AnswerState | undefined, reader = who('supervisor'), q = '路灯') =>
    (await publishedList(work, { state, q, page: 1, size: 10 }, reader)).lines.map(line => line.demand)
  expect(await listed('published')).toEqual([id])
  expect(await listed(undefined, who('supervisor'), number)).toEqual([id])
  expect(await listed('withdrawn')).toEqual([])
  expect(await listed('published', who('handlingUnit', 'water'))).toEqual([])
  const list = async (q: string) =>
    await (await site.request(origin + paths.demandAnswers({ q }), { headers })).text()
  expect(await list('路灯')).toContain(words.title)
  expect(await list('地铁')).not.toContain(words.title)
  const search = await (await site.request(origin + paths.search({ q: '路灯不亮' }), { headers })).text()
  expect(search).toContain(paths.demandAnswer(id))
  const { status, cookie } = await post(paths.sameForMe(id), new FormData())
  expect(status).toBe(303)
  await post(paths.sameForMe(id), new FormData(), cookie)
  await filed({ phone: '000-0000099', same: id })
  await filed({ phone: '000 0000 099', same: id, subject: '又一件' })
  const page = await (await site.request(origin + paths.demandAnswer(id), { headers })).text()
  expect(page).toContain('有 2 人有同样的问题')
  const alike = await site.request(
    `${origin}${paths.demandsAlike()}?about=${encodeURIComponent('门前的路灯不亮')}`,
    { headers },
  )
  expect(await alike.text()).toContain(words.title)
})

test('public entries are found as people ask, and say once whether they helped', async () => {
  const [agent, supervisor] = [who('hotlineAgent'), who('supervisor')]
  const entry = async (question: string, change: Partial<EntryContent> = {}) => {
    const content = {
      ...{ unit: null, question, variants: ['换灯泡给钱吗'], answer: '带凭证到社区领取。', items: [] },
      ...{ validFrom: '2020-01-01', validUntil: null, reviewOn: '2030-03-01', public: true, ...change },
    }
    const by = { by: agent, moment: start }
    const drafted = await draftEntry(work, { agency: 'hotline', once: question, content }, by)
    if ('kind' in drafted) throw new Error(drafted.message)
    const { id } = drafted
    await takeEntryStep(work, { id, step: 'submit', version: 1 }, {}, by)
    await takeEntryStep(work, { id, step: 'approve', version: 2 }, {}, { ...by, by: supervisor })
    return id
  }
  const id = await entry('<b>灯泡</b>补贴怎么领')
  const hidden = [
    await entry('灯泡补贴内部口径', { public: false }),
    await entry('灯泡补贴去年的', { validUntil: '2020-12-31' }),
  ]
  const list = await (await site.request(origin + paths.publicEntries({ q: '我家换灯泡给钱吗' }))).text()
  expect(list).toContain(paths.publicEntry(id))
  expect(list).toContain('&lt;b&gt;灯泡')
  for (const each of hidden) {
    expect(list).not.toContain(each)
    expect((await site.request(origin + paths.publicEntry(each))).status).toBe(404)
    expect((await post(paths.publicEntrySaid(each), new FormData())).status).toBe(404)
  }
  const said = new FormData()
  said.set('helped', '0')
  const first = await post(paths.publicEntrySaid(id), said)
  expect(first.status).toBe(303)
  await post(paths.publicEntrySaid(id), said, first.cookie)
  const kept = await work.db
    .selectFrom('hotline_entries')
    .select(['helped', 'unhelpful'])
    .where('id', '=', id)
    .execute()
  expect(kept).toEqual([{ helped: 0, unhelpful: 1 }])
  const page = await site.request(origin + paths.publicEntry(id), { headers: { cookie: first.cookie } })
  expect(await page.text()).toContain('您已经表示没有帮助')
  expect(await (await site.request(`${origin}/search?q=灯泡补贴`)).text()).toContain(paths.publicEntry(id))
})
