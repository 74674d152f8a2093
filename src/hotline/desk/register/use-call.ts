import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { send } from '../../../desk/client.ts'

/** The call from which the form was opened: its number is filled in once, and it ends with the demand that came of it. */
export function useCall(fill: (phone: string) => void) {
  const [query, setQuery] = useSearchParams()
  const call = query.get('call')
  const latest = useRef(fill)
  latest.current = fill
  useEffect(() => {
    if (call === null) return
    // Whoever was faster has it: then the number is typed by hand.
    send<{ number: string }>('POST', `/hotline/calls/${call}/take`).then(
      ({ number }) => latest.current(number),
      () => undefined,
    )
  }, [call])
  return {
    async finish(demand: string) {
      if (call === null) return
      await send('POST', `/hotline/calls/${call}/demand`, { demand })
      setQuery({})
    },
  }
}
