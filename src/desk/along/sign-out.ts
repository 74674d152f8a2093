import { Refused, send } from '../client.ts'
import { keep, kept } from '../kept-text.ts'
import { forgetAlong } from './along.ts'

const owed = 'gongkai sign-out owed'

/** Signs out; without a line this browser forgets at once, and the server is told as soon as it is reached. */
export async function signOut(): Promise<void> {
  forgetAlong()
  keep(owed, 'owed')
  await settleSignOut().catch(() => undefined)
}

/** Tells the server of a sign-out that did not reach it. @throws Refused where it is not reached now either */
export async function settleSignOut(): Promise<void> {
  if (kept(owed) === null) return
  await send('DELETE', '/session').catch((cause: unknown) => {
    if (!(cause instanceof Refused) || cause.status !== 401) throw cause
  })
  signedInAgain()
}

/** Somebody signed in since: nothing is owed any more. */
export function signedInAgain(): void {
  keep(owed, '')
}
