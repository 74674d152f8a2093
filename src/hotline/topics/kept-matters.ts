import type { FiledMessage } from '../message.ts'
import { type Why, whyIn } from './explaining.ts'
import { mergeAlike } from './finding.ts'
import { Matter, type Member } from './matter.ts'
import { Matters } from './matters.ts'
import { nameOf } from './naming.ts'
import { Rarity } from './rarity.ts'
import { traitsOf } from './traits.ts'

/** A demand as its matter is looked for; the words of a confidential one never stand in a title. */
export interface KeptMessage extends FiledMessage {
  readonly confidential: boolean
}

/** Under which key of the table a demand was put, and whether the matter is new. */
export interface Joined {
  readonly key: string
  readonly fresh: boolean
}

/** What a matter is called all of whose callers wished confidence. */
export const hiddenTitle = '要求保密的诉求'

/** Matters under the keys of a table: what the table says is placed, what arrives joins, what was corrected moves. */
export class KeptMatters {
  readonly #rarity = new Rarity()
  readonly #matters = new Matters()
  readonly #byKey = new Map<string, Matter>()
  readonly #keyOf = new Map<Matter, string>()
  readonly #held = new Map<string, Member>()
  readonly #matterOf = new Map<string, Matter>()
  readonly #learned = new Set<string>()
  readonly #confidential = new Set<string>()

  /** Counts the words of a demand, once: rare ones tell a matter. */
  learn(message: KeptMessage): void {
    if (this.#learned.has(message.id)) return
    this.#learned.add(message.id)
    if (message.confidential) this.#confidential.add(message.id)
    this.#rarity.add(message)
  }

  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  /** Puts a demand where the table says that it is, out of where it was. */
  place(message: KeptMessage, key: string): void {
    const before = this.#matterOf.get(message.id)
    if (before !== undefined && this.#keyOf.get(before) === key) return
    const member = this.#memberOf(message)
    if (before !== undefined) this.#takeOut(member, before)
    this.#put(member, this.#byKey.get(key) ?? new Matter(), key)
  }

  /** Finds the matter of a demand; a new one gets the key that is given. */
  join(message: KeptMessage, newKey: () => string): Joined {
    const member = this.#memberOf(message)
    const on = { from: message.on, to: message.on }
    const found = this.#matters.matterOf({ ...member.traits, ...on })
    const matter = found ?? new Matter()
    const key = this.#keyOf.get(matter) ?? newKey()
    this.#put(member, matter, key)
    return { key, fresh: found === undefined }
  }

  /** Merges what proves to be one, but for matters with a demand that must stay. */
  merge(stays: (id: string) => boolean): void {
    mergeAlike(this.#matters, ({ members }) => !members.some(({ message }) => stays(message.id)))
    this.#byKey.clear()
    for (const matter of this.#matters.all) {
      this.#byKey.set(this.#keyOf.get(matter) ?? '', matter)
      for (const { message } of matter.members) this.#matterOf.set(message.id, matter)
    }
  }

  /** The key of a demand's matter; empty where it was never placed. */
  keyOf(id: string): string {
    const matter = this.#matterOf.get(id)
    return (matter && this.#keyOf.get(matter)) ?? ''
  }

  /** The demands of a matter. */
  membersOf(key: string): readonly string[] {
    return this.#byKey.get(key)?.members.map(({ message }) => message.id) ?? []
  }

  /** Why a demand is where it is. */
  why(id: string): Why {
    const member = this.#held.get(id)
    const matter = this.#matterOf.get(id)
    return member && matter ? whyIn(matter, member, this.#rarity) : { places: [], words: [] }
  }

  /** What a matter is called, in words of those of its demands that are not confidential. */
  title(key: string): { place: string; people: string; title: string } {
    const shown = new Matter()
    for (const member of this.#byKey.get(key)?.members ?? [])
      if (!this.#confidential.has(member.message.id)) shown.add(member)
    const named = nameOf(shown)
    return { ...named, title: named.title || hiddenTitle }
  }

  #memberOf(message: KeptMessage): Member {
    const held = this.#held.get(message.id)
    if (held !== undefined) return held
    this.learn(message)
    const member = { message, traits: traitsOf(message, this.#rarity) }
    this.#held.set(message.id, member)
    return member
  }

  #put(member: Member, matter: Matter, key: string): void {
    this.#matters.put(member, matter)
    this.#byKey.set(key, matter)
    this.#keyOf.set(matter, key)
    this.#matterOf.set(member.message.id, matter)
  }

  #takeOut(member: Member, from: Matter): void {
    const key = this.#keyOf.get(from) ?? ''
    this.#matters.drop(from)
    this.#keyOf.delete(from)
    this.#byKey.delete(key)
    const rest = from.members.filter(other => other !== member)
    const matter = new Matter()
    for (const other of rest) this.#put(other, matter, key)
  }
}

/** A demand with the key of the table under which it was; `stays` where people decided on it, or it is out of the span. */
export interface Former {
  readonly message: KeptMessage
  readonly key: string | null
  readonly stays: boolean
}

/** Groups demands anew, the earliest first: what stays is where it was, the rest joins; keys are kept where they can be. */
export async function regrouped(
  former: readonly Former[],
  newKey: () => string,
  pause: () => Promise<unknown>,
): Promise<KeptMatters> {
  const kept = new KeptMatters()
  for (const { message } of former) kept.learn(message)
  const fixed = new Set<string>()
  for (const { message, key, stays } of former) {
    if (!stays || key === null) continue
    kept.place(message, key)
    fixed.add(message.id)
  }
  let done = 0
  for (const { message, key } of former) {
    if (fixed.has(message.id)) continue
    kept.join(message, () => (key === null || kept.has(key) ? newKey() : key))
    if (done++ % 20 === 0) await pause()
  }
  kept.merge(id => fixed.has(id))
  return kept
}
