import { today } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { endsOf, movesAfter, siteChangedSince } from '../../store/shelf/moves.ts'
import { ShelfPages } from './pages.ts'

/** So many of the latest moves are watched for: their transactions may end after later ones. */
const watched = 1000
/** An answer stands so long, in milliseconds: the database is asked at most twenty times a second. */
const stands = 50

/** What this process keeps of one database's shelf, and how far it has read. */
interface Follower {
  readonly pages: ShelfPages
  trail: number
  move: number
  missing: ReadonlySet<number>
  day: string
  askedAt: number
  asking: Promise<void> | undefined
}
const followers = new WeakMap<Work, Follower>()

function followerOf(work: Work): Follower {
  const known = followers.get(work)
  if (known !== undefined) return known
  const made: Follower = {
    ...{ pages: new ShelfPages(), trail: -1, move: 0, missing: new Set(), day: today() },
    ...{ askedAt: Number.NEGATIVE_INFINITY, asking: undefined },
  }
  followers.set(work, made)
  return made
}

/** The pages that are kept of this shelf, as they stand: nothing is in it that an act made stale 50 ms ago. */
export async function caughtUp(work: Work): Promise<ShelfPages> {
  const follower = followerOf(work)
  if (performance.now() - follower.askedAt < stands) await follower.asking
  else await ask(work, follower)
  return follower.pages
}

/** The same, with nothing in it that an act had made stale when this was asked. */
export async function caughtUpNow(work: Work): Promise<ShelfPages> {
  const follower = followerOf(work)
  await follower.asking
  await ask(work, follower)
  return follower.pages
}

function ask(work: Work, follower: Follower): Promise<void> {
  follower.askedAt = performance.now()
  const asking = follow(work, follower).catch((cause: unknown) => {
    follower.askedAt = Number.NEGATIVE_INFINITY
    throw cause
  })
  follower.asking = asking
  return asking
}

/**
 * Reads what moved since the last time, in whichever process it was done. Numbers are given before a transaction ends, so
 * a lower one may come to light after a higher one: those that were passed over are asked for again.
 */
async function follow(work: Work, follower: Follower): Promise<void> {
  const day = today()
  const ends = await endsOf(work)
  const begins = follower.trail < 0
  const changed = !begins && ends.trail > follower.trail && (await siteChangedSince(work, follower.trail))
  if (begins || ends.move > follower.move || (follower.missing.size > 0 && ends.trail > follower.trail)) {
    const after = begins ? Math.max(0, ends.move - watched) : follower.move
    const moves = await movesAfter(work, after, [...follower.missing])
    if (!begins) follower.pages.move(moves.flatMap(({ tags }) => tags))
    note(
      follower,
      after,
      moves.map(({ id }) => id),
    )
  }
  if (changed || day !== follower.day) follower.pages.clear()
  follower.trail = ends.trail
  follower.day = day
}

function note(follower: Follower, after: number, come: readonly number[]): void {
  const here = new Set(come)
  const last = come.reduce((most, id) => Math.max(most, id), after)
  const passed = [...follower.missing].filter(id => !here.has(id) && id > last - watched)
  for (let id = after + 1; id < last; id++) if (!here.has(id) && id > last - watched) passed.push(id)
  follower.missing = new Set(passed)
  follower.move = Math.max(follower.move, last)
}
