import { setTimeout } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../app/routes.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { instantOf } from '../../platform/clock.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import { paths } from '../../web/paths.ts'
import { aContent, aPublished, putOnShelf, theOffice } from '../act/an-item.ts'
import { answerOpinions, giveOpinion, opinionsWithVoices, startResult } from '../act/citizens/consulting.ts'
import { answerFault, faultByCode, reportersOf, reportFault, sayUseful } from '../act/citizens/faults.ts'
import { keepImported } from '../act/importing/keeping.ts'
import { consultationOf } from '../store/citizens/consultations.ts'
import { faults, leastUseful } from '../store/citizens/faults.ts'

const agency = 'trial'
const secrets = passingSecrets()
const { officer, clerk, head } = theOffice(agency)
const today = dayOf('2026-03-10')
let work: TestDb
let site: ReturnType<typeof siteOn>
let id: string
beforeAll(async () => {
  process.env.GONGKAI_TODAY = today
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
  site = siteOn(work, { secrets })
  const own = { opensOn: '2026-03-10', closesOn: '2026-03-20', contact: '000-0000' }
  const content = aContent({
    form: 'consultation',
    title: '试验办法（征求意见稿）',
    own,
    documentNumber: null,
  })
  id = await aPublished(work, { agency, today, content })
})
afterAll(async () => {
  delete process.env.GONGKAI_TODAY
  await work.close()
})

const opinion = (once: string, text = '建议写明办理时限') => ({
  ...{ item: id, kind: 'person' as const, text, once, name: '演市民', contact: '000-0001' },
})
async function post(path: string, fields: Readonly<Record<string, string>>) {
  const headers = { origin: 'http://localhost', host: 'localhost' }
  const body = new URLSearchParams(fields)
  const answer = await site.request(`http://localhost${path}`, { method: 'POST', body, headers })
  return { status: answer.status, text: await answer.text() }
}
const answered = (path: string, headers = {}) => site.request(`http://localhost${path}`, { headers })
const get = async (path: string) => (await answered(path)).text()

const outside: readonly [Day, RegExp][] = [
  [dayOf('2026-03-09'), /自 2026年3月10日 开始/],
  [dayOf('2026-03-21'), /已于 2026年3月20日 截止/],
]
test.each(outside)('on %s no opinion is taken, and it is said why', async (day, why) => {
  const given = await giveOpinion(work, opinion('x'.repeat(22)), { today: day, secrets })
  expect(given).toMatchObject({ kind: 'refusal', message: expect.stringMatching(why) })
})

test('a consultation of an older site that names no days takes no opinion, and stands last', async () => {
  const about = { form: 'consultation', title: '旧站的征求意见', own: {}, documentNumber: null } as const
  const moment = instantOf(today, '09:00')
  const moved = {
    agency,
    content: aContent(about),
    publishedOn: today,
    publishedAt: moment,
    indexNumber: null,
  }
  const keeping = { by: theSystem, today, moment, source: '旧站' }
  const [old = ''] = await keepImported(work, keeping, [{ ...moved, old: '/old.html' }])
  expect(await post(paths.consultation(old), { text: '意见', once: 'd'.repeat(22) })).toMatchObject({
    ...{ status: 422, text: /没有写明截止日期/ },
  })
  expect(await get(paths.item(old))).toContain('征求意见已经截止。')
  const list = await get(paths.consultations())
  expect(list.indexOf(paths.consultation(old))).toBeGreaterThan(list.indexOf(paths.consultation(id)))
})

test('a draft that is put to the public leads to where an opinion is given, and to what came of it', async () => {
  const page = await get(paths.item(id))
  expect(page).toContain('正在征求意见，2026年3月20日截止。')
  expect(page).toContain(`<a href="${paths.consultation(id)}">我要提意见</a>`)
  process.env.GONGKAI_TODAY = '2026-03-21'
  await setTimeout(60)
  expect(await get(paths.item(id))).toMatch(/征求意见已经截止。<a [^>]*>看收到的意见和采纳情况/)
  process.env.GONGKAI_TODAY = today
  await setTimeout(60)
})

test('opinions are given, answered one by one, shown without names, and told in a result', async () => {
  const typed = { text: '建议写明办理时限', kind: 'person', name: '演市民', contact: '000-0001' }
  const once = 'a'.repeat(22)
  expect(await post(paths.consultation(id), { ...typed, once })).toMatchObject({
    status: 200,
    text: /第 1 条/,
  })
  expect(await post(paths.consultation(id), { ...typed, once })).toMatchObject({ text: /第 1 条/ })
  const long = await post(paths.consultation(id), { ...typed, text: '长'.repeat(5001), once: 'b'.repeat(22) })
  expect(long).toMatchObject({ status: 422, text: /不能超过 5000 字/ })
  await giveOpinion(work, opinion('c'.repeat(22), '<b>第二条</b>'), { today, secrets })

  expect(await startResult(work, { item: id, by: clerk, today })).toMatchObject({ message: /还有 2 条/ })
  const wrong = { number: 1, adopted: 'notAdopted', words: '', shown: true } as const
  expect(await answerOpinions(work, { item: id, by: officer, today }, [wrong])).toMatchObject({
    message: /写明理由/,
  })
  expect(await answerOpinions(work, { item: id, by: head, today }, [wrong])).toMatchObject({
    kind: 'refusal',
  })
  const answers = [
    { number: 1, adopted: 'adopted', words: '已写入第五条', shown: true },
    { number: 2, adopted: 'notAdopted', words: '与上位法不一致', shown: false },
  ] as const
  await answerOpinions(work, { item: id, by: officer, today }, answers)
  const asked = { item: id, standing: 'all', page: 1, size: 10 } as const
  const { lines } = await opinionsWithVoices(work, asked, secrets)
  expect(lines.map(({ voice, adopted }) => [voice?.name, adopted])).toEqual([
    ['演市民', 'adopted'],
    ['演市民', 'notAdopted'],
  ])
  const page = await get(paths.consultation(id))
  expect(page).toContain('已写入第五条')
  expect(page).not.toContain('演市民')
  expect(page).not.toContain('第二条')

  const result = await startResult(work, { item: id, by: clerk, today })
  if (result.kind === 'refusal') throw new Error(result.message)
  await putOnShelf(work, { id: result.id, agency, today })
  expect((await consultationOf(work, id))?.result).toBe(result.id)
  expect(await get(paths.consultations())).toContain(paths.item(result.id))
  await setTimeout(60)
  expect(await get(paths.item(id))).toMatch(RegExp(`征集结果</h3><ul><li><a href="${paths.item(result.id)}"`))
  expect(await get(paths.item(result.id))).toContain('征求意见的草案</h3>')
})

test('a reader reports a fault once, follows it by its code, and it is answered once', async () => {
  const form = {
    path: paths.item(id),
    kind: 'deadLink',
    text: '附件打不开',
    name: '演读者',
    contact: '000-0002',
  }
  const once = 'f'.repeat(22)
  const receipt = await post(paths.faults(), { ...form, once })
  expect(receipt.text).toMatch(/编号 2026-00001/)
  expect((await post(paths.faults(), { ...form, once })).text).toMatch(/编号 2026-00001/)
  const code = /<code class="code">([\w-]{22})<\/code>/.exec(receipt.text)?.[1] ?? ''
  expect((await post(paths.faultTracked(), { code })).text).toMatch(/正在核实/)
  expect(await post(paths.faultTracked(), { code: '没有' })).toMatchObject({
    status: 422,
    text: /核对查询码/,
  })

  const fault = await faultByCode(work, code)
  if (fault === undefined) throw new Error('no fault')
  const nobody = { ...officer, grants: [] }
  expect((await reportersOf(work, [fault], { by: nobody, secrets })).size).toBe(0)
  expect((await reportersOf(work, [fault], { by: officer, secrets })).get(fault.id)?.name).toBe('演读者')
  const answer = { valid: true, answer: '附件已重新上传' }
  expect(await answerFault(work, { id: fault.id, by: nobody, today }, answer)).toMatchObject({
    kind: 'refusal',
  })
  expect(await answerFault(work, { id: fault.id, by: officer, today }, answer)).toMatchObject({ valid: true })
  expect(await answerFault(work, { id: fault.id, by: officer, today }, answer)).toMatchObject({
    message: /已经答复/,
  })
  expect((await post(paths.faultTracked(), { code })).text).toMatch(/附件已重新上传/)
})

const strange: readonly [string, number, RegExp][] = [
  ['/disclosure/catalogue?page=%C3%28', 200, /政府信息公开目录/],
  ['/disclosure/guide?agency=%FF', 404, /没有找到/],
  ['/disclosure/catalogue?series=%00', 404, /没有找到/],
  ['/disclosure/catalogue?series=并无此事', 404, /没有找到/],
  ['/disclosure/catalogue?agency=nowhere', 404, /没有找到/],
  ['/disclosure/documents?agency=nowhere', 404, /没有找到/],
  ['/disclosure/results/permitResults?agency=nowhere', 404, /没有找到/],
  ['/disclosure/results/permitResults?batch=nowhere', 404, /没有找到/],
  ['/disclosure/results/permitResults?q=%25', 200, /“%”里没有可以查找的字或者数字/],
  ['/search?q=%25', 200, /“%”里没有可以查找的字或者数字/],
  ['/disclosure/consultations?agency=nowhere', 404, /没有找到/],
  ['/disclosure/rules?agency=nowhere', 404, /没有找到/],
  ['/disclosure/feed.xml?agency=并无此事', 404, /没有找到/],
  ['/disclosure/rss.xml?item=并无此事', 404, /没有找到/],
  ['/subscriptions?item=并无此事', 404, /没有找到/],
  ['/subscriptions?agency=并无此事', 404, /没有找到/],
  ['/disclosure/documents?on=2023-02-30', 422, /“2023-02-30”不是日期/],
  ['/disclosure/documents?on=2030-01-01', 200, /在今天之后/],
  ['/api/v1/items?q=%00', 404, /没有这个地址/],
]
test.each(strange)('%s is answered with %i and a sentence', async (path, status, says) => {
  const answer = await answered(path)
  const text = await answer.text()
  expect([answer.status, text]).toEqual([status, expect.stringMatching(says)])
  expect(text).not.toContain('并无此事')
})

test('a page beyond the last leads to the last, an address with a stroke too many to its page', async () => {
  for (const [asked, to] of [
    ['/disclosure/consultations?page=99', '/disclosure/consultations'],
    ['/disclosure/results/permitResults?page=99', '/disclosure/results/permitResults'],
    [`${paths.consultation(id)}?page=99`, paths.consultation(id)],
    ['/search?q=试验&page=99', `/search?${new URLSearchParams({ q: '试验' })}`],
    ['/disclosure/?a=1', '/disclosure?a=1'],
  ]) {
    const answer = await answered(asked ?? '')
    expect([asked, answer.headers.get('location')]).toEqual([asked, to])
  }
  expect((await answered('//evil.example/')).status).toBe(404)
})

test('a subscription names the document by its title, and who asks too often is told so on a page', async () => {
  expect(await get(paths.subscriptions({ item: id }))).toContain('《试验办法（征求意见稿）》的变化')
  expect(await get(paths.itemsFeed({ item: id }))).toContain('《试验办法（征求意见稿）》的变化')
  const limited = new Hono().get('/', rateLimit(1), context => context.text('有'))
  const twice = async (accept: string) => {
    await limited.request('/', { headers: { accept } })
    return limited.request('/', { headers: { accept } })
  }
  const told = await twice('text/html,*/*')
  expect([told.status, told.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  expect(await told.text()).toContain('秒后再试')
  expect((await twice('*/*')).headers.get('content-type')).toContain('problem+json')
  const long = await post(paths.faults(), { text: '长'.repeat(200_000) })
  expect(long).toMatchObject({ status: 413, text: expect.stringContaining('<h1>') })
})

test('a fault of no page belongs to the agency above all, and strange input stays in the form', async () => {
  const told = {
    path: '',
    kind: 'other',
    text: '首页太慢',
    name: '',
    contact: '',
    once: 'g'.repeat(22),
  } as const
  await reportFault(work, told, { today, secrets })
  const asked = { agencies: [agency], standing: 'open', page: 1, size: 10 } as const
  expect((await faults(work, asked)).faults).toMatchObject([{ path: '', text: '首页太慢' }])
  const strange = await post(paths.faults(), {
    path: '//evil.example',
    kind: 'x',
    text: '<script>',
    once: 'h'.repeat(22),
  })
  expect(strange).toMatchObject({ status: 422, text: expect.stringContaining('&lt;script&gt;') })
  expect(strange.text).not.toContain('href="//evil.example')
})

test('a reader may paste the whole address of a page, and nothing typed is lost', async () => {
  const typed = { kind: 'wrongWords', text: '第二行有错字', name: '', contact: '' }
  const whole = { ...typed, path: `http://localhost${paths.item(id)}?x=1`, once: 'p'.repeat(22) }
  const code = /<code class="code">([\w-]{22})/.exec((await post(paths.faults(), whole)).text)?.[1] ?? ''
  expect((await faultByCode(work, code))?.path).toBe(`${paths.item(id)}?x=1`)
  const other = await post(paths.faults(), {
    ...typed,
    path: 'https://elsewhere.example/a',
    once: 'q'.repeat(22),
  })
  expect(other.status).toBe(422)
  for (const kept of ['只受理本网站', 'https://elsewhere.example/a', '第二行有错字'])
    expect(other.text).toContain(kept)
  expect((await post(paths.faultTracked(), { code: '记错的码' })).text).toContain('value="记错的码"')
  const opinion = await post(paths.consultation(id), { text: '很长的意见', once: 'x' })
  expect(opinion).toMatchObject({ status: 422, text: expect.stringContaining('很长的意见</textarea>') })
})

test('a vote that says nothing is not counted, nor thanked for', async () => {
  for (const fields of [
    {},
    { path: paths.item(id) },
    { path: paths.item(id), useful: 'maybe' },
    { useful: 'no' },
  ]) {
    expect(await post(paths.useful(), fields)).toMatchObject({ status: 422, text: /没有记下/ })
  }
})

test('readers say whether a page was useful, and the office sees the worst first', async () => {
  await sayUseful(work, { path: paths.item(id), useful: true, why: '' }, today)
  expect((await post(paths.useful(), { path: paths.item(id), useful: 'no', why: '看不懂' })).status).toBe(200)
  const worst = await leastUseful(work, [agency], { since: today, most: 5 })
  expect(worst).toMatchObject([{ useful: 1, notUseful: 1, why: ['看不懂'], title: '试验办法（征求意见稿）' }])
})
