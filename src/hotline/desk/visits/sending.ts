import { Refused, send, wordsOf } from '../../../desk/client.ts'
import { type KeptVisit, keepVisit, keptVisits } from './kept-visits.ts'

/** Sends what this person's phone keeps and the server has not yet; in one window at a time. `changed` hears of each step. */
export async function sendWaiting(person: string, changed: () => void): Promise<void> {
  // Without https there are no locks; a visit that two windows send is still entered once.
  if (!('locks' in navigator)) return await sendEach(person, changed)
  await navigator.locks.request('gongkai visits', { ifAvailable: true }, async lock => {
    if (lock !== null) await sendEach(person, changed)
  })
}

async function sendEach(person: string, changed: () => void): Promise<void> {
  for (const visit of await keptVisits(person)) {
    if (visit.state !== 'waiting' || visit.refusal !== '') continue
    if (!(await sent(visit, changed))) return
  }
}

/** Sends one: first the words, then the photos one by one, so that on a weak line what arrived need not go again. @returns false where there is no line */
async function sent(visit: KeptVisit, changed: () => void): Promise<boolean> {
  let now = visit
  const keep = async (change: Partial<KeptVisit>) => {
    now = { ...now, ...change }
    await keepVisit(now)
    changed()
  }
  try {
    if (!now.told) {
      const { key, seen, visitedAt, photos } = now
      const words = { key, seen, visitedAt, photos: photos.length }
      await send('POST', `/demands/${now.demand}/steps/visit`, words)
      await keep({ told: true })
    }
    for (const [place, { name, bytes }] of now.photos.entries()) {
      if (bytes === null) continue
      const form = new FormData()
      form.set('file', bytes, name)
      await send('POST', `/demands/${now.demand}/visits/${now.key}/photos/${place}`, form)
      await keep({ photos: now.photos.with(place, { name, bytes: null }) })
    }
    await keep({ state: 'sent', sentAt: new Date().toISOString() })
    return true
  } catch (cause) {
    if (isNoLine(cause)) return false
    await keep({ refusal: wordsOf(cause) })
    return true
  }
}

/** Not reached, busy, broken or signed out: it is tried again. What the server refuses is not. */
function isNoLine(cause: unknown): boolean {
  if (!(cause instanceof Refused)) return false
  return cause.status === 0 || cause.status === 401 || cause.status === 429 || cause.status >= 500
}
