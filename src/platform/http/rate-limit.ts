import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { problem, problemResponse } from './problem.ts'

interface Bucket {
  left: number
  filledAt: number
}

/** Who asks: the address of the connection, or what a trusted proxy says. */
export function addressOf(context: Context): string {
  const told = process.env.GONGKAI_TRUST_PROXY === 'on' ? context.req.header('x-forwarded-for') : undefined
  if (told !== undefined) return told.split(',').at(-1)?.trim() ?? ''
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    return ''
  }
}

/** At most so many requests a minute from one address, with a burst of as many; old addresses are forgotten. */
export function rateLimit(perMinute: number): MiddlewareHandler {
  const buckets = new Map<string, Bucket>()
  return async (context, next) => {
    const now = performance.now()
    const address = addressOf(context)
    const bucket = buckets.get(address) ?? { left: perMinute, filledAt: now }
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.filledAt) / 60_000) * perMinute)
    bucket.filledAt = now
    buckets.delete(address)
    buckets.set(address, bucket)
    const oldest = buckets.keys().next().value
    if (buckets.size > 10_000 && oldest !== undefined) buckets.delete(oldest)
    if (bucket.left < 1) {
      const seconds = Math.ceil(((1 - bucket.left) / perMinute) * 60)
      const body = problem(429, `请求过于频繁，请在 ${seconds} 秒后再试。`)
      return problemResponse(body, { 'retry-after': String(seconds) })
    }
    bucket.left--
    await next()
    return undefined
  }
}
