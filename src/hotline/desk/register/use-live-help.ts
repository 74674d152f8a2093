import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { send } from '../../../desk/client.ts'
import type { Typed } from '../../../desk/steps/typed.ts'
import type { LiveHelp } from '../../live/help.ts'

const pauseMilliseconds = 300

/** What was typed, once the typing paused: one question for all that helps. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

/** What helps with what is typed so far; undefined while nothing is. */
export function useLiveHelp(typed: Typed, agency: string): LiveHelp | undefined {
  const { subject = '', body = '', place = '', phone = '', type = 'help', urgency = 'ordinary' } = typed
  const asked = usePaused(JSON.stringify({ agency, subject, body, place, phone, type, urgency }))
  return useQuery({
    queryKey: ['hotline live', asked],
    queryFn: () => send<LiveHelp>('POST', '/hotline/live', JSON.parse(asked)),
    enabled: subject + body + place + phone !== '',
    placeholderData: before => before,
  }).data
}
