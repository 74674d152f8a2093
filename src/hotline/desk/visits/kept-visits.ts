import type { Visit } from '../../visits/visit.ts'

/** A photo on this phone; its bytes go when the server has told that it has them. */
export interface KeptPhoto {
  readonly name: string
  readonly bytes: Blob | null
}

/** A visit as this phone keeps it, from the first letter until the server has all of it. */
export interface KeptVisit extends Pick<Visit, 'key' | 'seen' | 'visitedAt'> {
  readonly person: string
  readonly demand: string
  readonly number: string
  readonly subject: string
  readonly photos: readonly KeptPhoto[]
  readonly state: 'typing' | 'waiting' | 'sent'
  /** When the server had all of it, by the clock of this phone; empty until then. */
  readonly sentAt: string
  /** Has the server told that it has the words? */
  readonly told: boolean
  /** Why the server did not take it; empty where it was not reached, or took it. */
  readonly refusal: string
}

const [base, store] = ['gongkai-visits', 'visits']
// What was sent stays in sight for a week.
const keptMs = 7 * 86_400_000

let connection: Promise<IDBDatabase> | undefined

/** One connection for all: what is kept later is written later. */
function opened(): Promise<IDBDatabase> {
  connection ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(base, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'key' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? noRoom)
  }).catch((cause: unknown) => {
    connection = undefined
    throw cause
  })
  return connection
}

const noRoom = new Error('手机存储空间不足')

async function within<T>(
  mode: IDBTransactionMode,
  ask: (visits: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await opened()
  return await new Promise<T>((resolve, reject) => {
    const transaction = db.transaction(store, mode)
    const asked = ask(transaction.objectStore(store))
    // Only the end of the transaction tells that it is on the disk.
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = () => reject(transaction.error ?? noRoom)
  })
}

/** What this person keeps on this phone, the latest visit first; what was sent a week ago is dropped. */
export async function keptVisits(person: string): Promise<readonly KeptVisit[]> {
  const all: readonly KeptVisit[] = await within('readonly', visits => visits.getAll())
  const mine = all.filter(each => each.person === person)
  const past = new Date(Date.now() - keptMs).toISOString()
  const old = mine.filter(({ state, sentAt }) => state === 'sent' && sentAt < past)
  for (const { key } of old) await dropVisit(key)
  return mine.filter(each => !old.includes(each)).toSorted((a, b) => (a.visitedAt < b.visitedAt ? 1 : -1))
}

/** Keeps a visit as it stands. @throws where the phone has no room for it */
export async function keepVisit(visit: KeptVisit): Promise<void> {
  await within('readwrite', visits => visits.put(visit))
}

/** Forgets a visit. */
export async function dropVisit(key: string): Promise<void> {
  await within('readwrite', visits => visits.delete(key))
}
