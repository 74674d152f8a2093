import { useEffect, useState } from 'react'
import { read } from '../../../desk/client.ts'
import type { RingingCall } from '../../doors/call.ts'

interface Mine {
  readonly stamp: string
  readonly calls: readonly RingingCall[]
}

/** A page is first shown, then listens; after a failure it waits longer before it asks again. */
const firstMilliseconds = 1500
const pauseMilliseconds = 5000
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/**
 * The calls that ring for this agent, and those that he took and has not registered: asked again as soon as the server answered,
 * which it does when something changed. `on` is false for who is no agent: then nothing is asked.
 */
export function useRinging(on: boolean): readonly RingingCall[] {
  const [calls, setCalls] = useState<readonly RingingCall[]>([])
  useEffect(() => {
    let left = !on
    const listen = async () => {
      await pause(firstMilliseconds)
      for (let seen: string | undefined; !left; ) {
        try {
          const found: Mine = await read<Mine>(
            `/hotline/calls/mine?${new URLSearchParams(seen === undefined ? {} : { seen })}`,
          )
          if (left) return
          seen = found.stamp
          setCalls(found.calls)
        } catch {
          seen = undefined
          await pause(pauseMilliseconds)
        }
      }
    }
    void listen()
    return () => {
      left = true
    }
  }, [on])
  return calls
}
