import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { isLocal } from './address.ts'
import { withoutValues } from './guards.ts'
import { countRequest, metricsText } from './metrics.ts'
import { mostAddresses, networkOf, rateLimit } from './rate-limit.ts'

test('one address has its limit and the others theirs, and memory stays bounded', async () => {
  process.env.GONGKAI_TRUST_PROXY = 'on'
  const buckets = new Map()
  const app = new Hono().use(rateLimit(2, buckets)).get('/', context => context.text('ok'))
  const ask = (address: string) => app.request('/', { headers: { 'x-forwarded-for': `1.1.1.1, ${address}` } })
  const answers = [await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
  expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('192.0.2.2')).status).toBe(200)
  for (let n = 0; n < mostAddresses + 500; n++) await ask(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`)
  expect(buckets.size).toBe(mostAddresses)
  delete process.env.GONGKAI_TRUST_PROXY
})

test('a network of IPv6 addresses counts as one', () => {
  const cases = [
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ]
  for (const [address, network] of cases) expect(networkOf(address ?? '')).toBe(network)
})

test('what a proxy on this machine passes on does not come from this machine', async () => {
  const app = new Hono().get('/', context => context.text(String(isLocal(context))))
  expect(await (await app.request('/')).text()).toBe('true')
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
    expect(await (await app.request('/', { headers: { [name]: '127.0.0.1' } })).text()).toBe('false')
  }
})

/** A reader of the Prometheus text format, strict about what the format's description asks. */
function read(text: string) {
  const types = new Map<string, string>()
  const samples = new Map<string, number>()
  expect(text.endsWith('\n')).toBe(true)
  for (const line of text.trimEnd().split('\n')) {
    const head = /^# (HELP|TYPE) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line)
    if (head?.[1] === 'TYPE') {
      expect(types.has(head[2] ?? '')).toBe(false)
      types.set(head[2] ?? '', head[3] ?? '')
    }
    if (head !== null) continue
    const sample = /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*\})? (\S+)$/.exec(line)
    if (sample === null) throw new Error(`no sample: ${line}`)
    const family = (sample[1] ?? '').replace(/_(bucket|sum|count)$/, '')
    expect(types.has(family) || types.has(sample[1] ?? '')).toBe(true)
    expect(samples.has(`${sample[1]}${sample[2] ?? ''}`)).toBe(false)
    expect(Number.isNaN(Number(sample[3]))).toBe(false)
    samples.set(`${sample[1]}${sample[2] ?? ''}`, Number(sample[3]))
  }
  return { types, samples }
}

test('the figures are in the form that Prometheus reads, its histograms whole', () => {
  for (const seconds of [0.001, 0.2, 99]) countRequest('GET', '/trial/:name', 200, seconds)
  const jobs = { name: 'gongkai_jobs', help: 'Jobs.', values: [[{ queue: 'a"b', state: 'x' }, 2] as const] }
  const { types, samples } = read(metricsText([jobs, { name: 'gongkai_none', help: 'None.', values: [] }]))
  expect(types.get('gongkai_http_request_seconds')).toBe('histogram')
  const key = 'method="GET",route="/trial/:name",status="200"'
  const at = (le: string) => samples.get(`gongkai_http_request_seconds_bucket{${key},le="${le}"}`)
  expect([at('0.005'), at('0.25'), at('10'), at('+Inf')]).toEqual([1, 2, 2, 3])
  expect(samples.get(`gongkai_http_request_seconds_count{${key}}`)).toBe(3)
  expect(samples.get('gongkai_jobs{queue="a b",state="x"}')).toBe(2)
})

test('what an error quotes does not reach the log, where it happened does', () => {
  const error = new RangeError('invalid input syntax for type uuid: "张三的证件号"')
  expect(JSON.stringify(withoutValues(error))).not.toContain('张三')
  expect(withoutValues(error)).toMatchObject({
    name: 'RangeError',
    places: expect.arrayContaining([expect.any(String)]),
  })
})
