import type { MiddlewareHandler } from 'hono'
import { addressOf } from './address.ts'
import { problem, problemResponse } from './problem.ts'

interface Bucket {
  left: number
  filledAt: number
}

/** How many addresses are remembered: those that asked longest ago are forgotten first. */
export const mostAddresses = 10_000

/** At most so many requests a minute from one address or one IPv6 network, with a burst of as many. */
export function rateLimit(perMinute: number, buckets = new Map<string, Bucket>()): MiddlewareHandler {
  return async (context, next) => {
    const now = performance.now()
    const address = networkOf(addressOf(context))
    const bucket = buckets.get(address) ?? { left: perMinute, filledAt: now }
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.filledAt) / 60_000) * perMinute)
    bucket.filledAt = now
    buckets.delete(address)
    buckets.set(address, bucket)
    const oldest = buckets.keys().next().value
    if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest)
    if (bucket.left < 1) {
      const seconds = Math.ceil(((1 - bucket.left) / perMinute) * 60)
      return tooMany(seconds, context.req.header('accept')?.includes('text/html') ?? false)
    }
    bucket.left--
    await next()
    return undefined
  }
}

/** A person reads it on a page, which costs nothing to make; a program as a problem. */
function tooMany(seconds: number, readsPages: boolean): Response {
  const headers = { 'retry-after': String(seconds) }
  const told = problem(429, `请求过于频繁，请在 ${seconds} 秒后再试。`)
  if (!readsPages) return problemResponse(told, headers)
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${told.title}</title><link rel="stylesheet" href="/assets/styles.css"></head>
<body><main><h1>${told.title}</h1><p role="alert">${told.detail}</p><p>用浏览器的“后退”可以回到原来的页面，已填写的内容还在。</p></main></body></html>
`
  return new Response(page, {
    status: told.status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  })
}

/** One household or office holds a whole IPv6 network of 64 bits; its addresses count as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || /^::ffff:\d+(\.\d+){3}$/i.test(address)) return address.slice(0, 64)
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  return [...groups, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':').slice(0, 64)
}
