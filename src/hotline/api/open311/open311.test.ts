import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../../app/routes.ts'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { element, parseXml, within } from '../../../platform/hidden/office/xml.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { settleArea } from '../../act/doors/area.ts'
import { makeClient, revokeClient } from '../../act/doors/clients.ts'

const secrets = passingSecrets()
const admin: Actor = { id: 'admin', name: '演管理', grants: [{ role: 'administrator', agency: 'hotline' }] }
const moment = '2026-01-20T02:00:00.000Z'
let work: TestDb
let site: ReturnType<typeof siteOn>
let key = ''
beforeAll(async () => {
  work = await testDb()
  site = siteOn(work, { secrets })
  const agency = { code: 'hotline', name: '云川市热线中心', shortName: '热线', kind: 'department' } as const
  await addAgency(work, { ...agency, parent: null }, theSystem)
  key = (await client('甲应用')).key
})
afterAll(() => work.close())

async function client(name: string, perMinute = 60) {
  const making = { agency: 'hotline', name, kind: 'open311', channel: 'app', perMinute } as const
  const made = await makeClient(work, making, { by: admin, moment, secrets })
  if (isRefusal(made)) throw new Error(made.message)
  return made
}

const at = (path: string) => `http://localhost/open311/v2/${path}`
async function got(path: string) {
  const answer = await site.request(at(path))
  return { status: answer.status, body: (await answer.json()) as unknown }
}
async function post(fields: Readonly<Record<string, string>>, { to = 'requests.json', headers = {} } = {}) {
  const answer = await site.request(at(to), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
  const text = await answer.text()
  return { status: answer.status, text, body: to.endsWith('json') ? (JSON.parse(text) as unknown) : text }
}

/** The fields of the specification's own example of POST Service Request, with a category of ours. */
const example = {
  ...{ service_code: '01', lat: '37.76524078', long: '-122.4212043', address_string: '1234 5th street' },
  ...{ email: 'smit333@sfgov.edu', device_id: 'tt222111', account_id: '123456', first_name: 'john' },
  ...{ last_name: 'smith', phone: '111111111', description: 'A large sinkhole is destroying the street' },
  media_url: 'http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
}

test('the categories are the services, each with its attributes, in both forms of the specification', async () => {
  const { status, body } = await got('services.json')
  expect(status).toBe(200)
  expect(body).toHaveLength(15)
  expect(body).toMatchObject([
    { service_code: '01', service_name: '城乡建设', metadata: true, type: 'realtime', group: '12345热线' },
    ...Array(14).fill({}),
  ])
  const xml = await site.request(at('services.xml?jurisdiction_id=hotline'))
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const text = await xml.text()
  expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<services><service><service_code>01</)
  expect([...within(parseXml(text))].filter(({ name }) => name === 'service')).toHaveLength(15)
  expect(await got('services/01.json')).toMatchObject({
    ...{
      status: 200,
      body: { service_code: '01', attributes: [{ code: 'type', datatype: 'singlevaluelist' }, {}] },
    },
  })
  const definition = parseXml(await (await site.request(at('services/01.xml'))).text())
  expect(definition.name).toBe('service_definition')
  const values = [...within(definition)].filter(({ name }) => name === 'value')
  expect(values[0]).toEqual(
    element('value', {}, [element('key', {}, ['consultation']), element('name', {}, ['咨询'])]),
  )
  expect(await got('discovery.json')).toMatchObject({
    body: { endpoints: [{ url: 'http://localhost/open311/v2' }] },
  })
})

test('the example of the specification is filed, read by its own application, and told to others without its words', async () => {
  const filed = await post({ ...example, api_key: key, jurisdiction_id: 'hotline' })
  expect(filed.status).toBe(201)
  const [{ service_request_id: id, service_notice: notice }] = filed.body as [Record<string, string>]
  expect(filed.body).toEqual([
    {
      service_request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      service_notice: expect.any(String),
      account_id: null,
    },
  ])
  const own = await got(`requests/${id}.json?api_key=${key}`)
  expect(own.body).toMatchObject([
    {
      ...{ service_request_id: id, status: 'open', service_code: '01', service_name: '城乡建设' },
      ...{ description: example.description, address: '1234 5th street', media_url: example.media_url },
      ...{
        lat: 37.76524078,
        long: -122.4212043,
        requested_datetime: expect.stringMatching(/T[\d:]{8}\+08:00$/),
      },
    },
  ])
  const others = await got(`requests/${id}.json`)
  expect(others.body).toMatchObject([{ description: null, media_url: null, status_notes: null, lat: 37.765 }])
  expect(JSON.stringify([own, others])).not.toMatch(/john|smith|111111111/)
  const kept = await work.db
    .selectFrom('hotline_demands')
    .selectAll()
    .where('id', '=', String(id))
    .executeTakeFirst()
  expect(kept).toMatchObject({
    channel: 'app',
    type: 'help',
    body: expect.stringContaining(example.media_url),
  })
  const code = /查询码 ([\w-]+)/.exec(String(notice))?.[1] ?? ''
  expect(await got(`tokens/${code}.json`)).toEqual({
    status: 200,
    body: [{ service_request_id: id, token: code }],
  })
  const list = await got('requests.json?service_code=01&status=open')
  expect(list.body).toMatchObject([{ service_request_id: id }])
  const xml = parseXml(await (await site.request(at(`requests/${id}.xml`))).text())
  expect(xml.children[0]).toMatchObject({
    name: 'request',
    children: [
      { name: 'service_request_id', children: [id] },
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  })
})

test('a place outside of the settled area is refused, a text that names another city is taken with a notice', async () => {
  const placed = { ...example, api_key: key, description: '路灯不亮' }
  const area = { south: 30, north: 31, west: 103, east: 105 } as const
  await settleArea(work, area, { id: 'admin', name: '演管理', grants: [] })
  const [there, nowhere, here] = [
    await post({ ...placed, description: '别处' }),
    await post({ ...placed, lat: '0', long: '0' }),
    await post({ ...placed, lat: '30.5', long: '104', description: '南京市玄武区路灯不亮' }),
  ]
  expect([there.status, nowhere.status, here.status]).toEqual([400, 400, 201])
  expect(there.text).toMatch(/不在本热线受理的范围：北纬 30 至 31，东经 103 至 105/)
  expect(nowhere.text).toMatch(/没有取到位置/)
  expect(here.text).toMatch(/您写的内容提到“南京市”/)
  await settleArea(
    work,
    { south: '', north: '', west: '', east: '' },
    { id: 'admin', name: '演', grants: [] },
  )
  expect((await post({ ...placed, description: '远处' })).status).toBe(201)
})

test('what is wrong is said in the form of the specification, everything at once', async () => {
  const right = { ...example, api_key: key }
  const { lat: _lat, long: _long, address_string: _address, ...nowhere } = right
  const cases: readonly (readonly [Record<string, string>, number, RegExp])[] = [
    [{ ...right, api_key: 'xyz' }, 403, /api_key/],
    [{ ...example }, 403, /api_key/],
    [{ ...right, jurisdiction_id: 'city.gov' }, 404, /jurisdiction_id/],
    [{ ...right, service_code: '999' }, 404, /没有 service_code“999”/],
    [{ ...right, service_code: '' }, 400, /没有写 service_code/],
    [nowhere, 400, /没有写地点/],
    [{ ...right, lat: '120.1', long: '30.2' }, 400, /写反/],
    [{ ...right, lat: 'NaN' }, 400, /-90 至 90/],
    [{ ...right, lat: '1e400', long: '0' }, 400, /-90 至 90/],
    [{ ...right, long: '' }, 400, /同时填写/],
    [{ ...right, media_url: 'javascript:alert(1)' }, 400, /media_url/],
    [{ ...right, description: '长'.repeat(4001) }, 400, /description 不能超过/],
    [{ ...right, 'attribute[type]': 'praise!' }, 400, /attribute\[type\] 只能是/],
  ]
  for (const [fields, status, words] of cases) {
    const { status: said, body } = await post(fields)
    expect([fields, said]).toEqual([fields, status])
    expect(body).toMatchObject([{ code: status, description: expect.stringMatching(words) }])
  }
  const several = await post(
    { ...right, service_code: '', lat: '91', media_url: 'x' },
    { to: 'requests.xml' },
  )
  expect(several.status).toBe(400)
  const errors = parseXml(several.text)
  expect(errors.name).toBe('errors')
  expect(errors.children.map(each => typeof each === 'object' && each.name)).toEqual([
    'error',
    'error',
    'error',
  ])
  const json = await site.request(at('requests.json'), {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(json.status).toBe(400)
  for (const [path, status] of [
    ['requests/none.json', 404],
    ['requests/00000000-0000-4000-8000-000000000000.json', 404],
    ['services/99.json', 404],
    ['tokens/none.json', 404],
    ['services.json?jurisdiction_id=city.gov', 404],
    ['requests.json?status=lost', 400],
    ['requests.json?start_date=2010-05-24', 400],
    ['requests.json?page=0', 400],
    ['nothing.json', 404],
  ] as const)
    expect([path, await got(path)]).toEqual([
      path,
      { status, body: [{ code: status, description: expect.any(String) }] },
    ])
})

test('a confidential demand and a report of wrongdoing are given to nobody but who filed them', async () => {
  for (const change of [{ 'attribute[confidential]': 'yes' }, { 'attribute[type]': 'report' }]) {
    const { body } = await post({ ...example, api_key: key, service_code: '05', ...change })
    const [{ service_request_id: id }] = body as [Record<string, string>]
    expect((await got(`requests/${id}.json`)).status).toBe(404)
    expect((await got('requests.json?service_code=05')).body).toEqual([])
    expect((await got(`requests/${id}.json?api_key=${(await client('乙')).key}`)).status).toBe(404)
    expect((await got(`requests/${id}.json?api_key=${key}`)).body).toMatchObject([{ service_request_id: id }])
  }
})

test('HTML, formulas, control characters and foreign names stay text', async () => {
  const description = '=1+1 <script>alert(1)</script> & \u0001\u0000 路灯]]>'
  const { body } = await post({ ...example, api_key: key, service_code: '06', description })
  const [{ service_request_id: id }] = body as [Record<string, string>]
  const xml = await (await site.request(at(`requests/${id}.xml?api_key=${key}`))).text()
  const words = [...within(parseXml(xml))].find(({ name }) => name === 'description')
  expect(words?.children.join('')).toBe('=1+1 <script>alert(1)</script> &  路灯]]>')
})

test('sent again it is one demand; a flood is slowed; a revoked key opens nothing', async () => {
  const { id, key: slow } = await client('慢', 2)
  const sent = { ...example, api_key: slow }
  const answers = await Promise.all([post(sent), post(sent), post(sent)])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  const named = { headers: { 'idempotency-key': 'a-1' } }
  expect((await post({ ...sent, description: '第二件' }, named)).status).toBe(201)
  expect((await post({ ...sent, description: '不同' }, named)).body).toMatchObject([
    { description: expect.stringMatching(/Idempotency-Key/) },
  ])
  expect((await post({ ...sent, description: '第三件' })).status).toBe(429)
  expect((await post(sent)).text).toBe(answers[0]?.text)
  await revokeClient(work, id, { by: admin, moment, secrets })
  expect((await post(sent)).status).toBe(403)
})
