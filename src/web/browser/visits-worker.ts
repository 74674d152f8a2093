// Opens the pages of field visits without a line. It keeps the desk's own files and nothing that anybody typed or read.

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asking extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: {
    claim(): Promise<void>
    matchAll(): Promise<readonly { postMessage(message: unknown): void }[]>
  }
}

/** Written before this script when the desk is built: which build it belongs to, the page, and the files that the page needs. */
declare const kept: { readonly version: string; readonly page: string; readonly files: readonly string[] }

const worker = self as unknown as Worker
const family = 'gongkai-visits-'
const name = family + kept.version
const patienceMs = 4000

/** All of one build or nothing: where the server has gone on to another build meanwhile, that one's worker follows. */
async function fill(): Promise<void> {
  const cache = await caches.open(name)
  await cache.addAll([...kept.files])
  const page = await fetch(kept.page, { cache: 'no-store' })
  if (!page.ok || !(await page.clone().text()).includes(kept.version)) throw new Error('another build')
  await cache.put(kept.page, page)
  await worker.skipWaiting()
}

/** What older builds kept goes, and open pages hear which build is kept now. */
async function replaceOlder(): Promise<void> {
  const older = (await caches.keys()).filter(each => each.startsWith(family) && each !== name)
  await Promise.all(older.map(each => caches.delete(each)))
  await worker.clients.claim()
  for (const page of await worker.clients.matchAll()) page.postMessage({ deskVersion: kept.version })
}

/** The server's page wherever it can be had, so that nobody works on an old one; the kept one without a line. */
async function pageFor(request: Request): Promise<Response> {
  const late = new Promise<undefined>(resolve => setTimeout(resolve, patienceMs, undefined))
  const served = await Promise.race([fetch(request).catch(() => undefined), late])
  if (served !== undefined && served.status < 500) return served
  return (await keptPage()) ?? served ?? fetch(request)
}

/** The kept page under a number of its own, by which the content policy knows this page's own styles. */
async function keptPage(): Promise<Response | undefined> {
  const found = await (await caches.open(name)).match(kept.page, { ignoreVary: true })
  if (found === undefined) return undefined
  const policy = found.headers.get('content-security-policy') ?? ''
  const before = /'nonce-([^']+)'/.exec(policy)?.[1]
  if (before === undefined) return undefined
  const now = crypto.randomUUID()
  const headers = new Headers(found.headers)
  headers.set('content-security-policy', policy.replaceAll(before, now))
  return new Response((await found.text()).replaceAll(before, now), { headers })
}

async function fileFor(request: Request): Promise<Response> {
  const found = await (await caches.open(name)).match(request, { ignoreVary: true })
  return found ?? fetch(request)
}

addEventListener('install', event => (event as Lasting).waitUntil(fill()))
addEventListener('activate', event => (event as Lasting).waitUntil(replaceOlder()))
addEventListener('fetch', event => {
  const { request, respondWith } = event as Asking
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') respondWith.call(event, pageFor(request))
  else if (kept.files.includes(pathname)) respondWith.call(event, fileFor(request))
})
