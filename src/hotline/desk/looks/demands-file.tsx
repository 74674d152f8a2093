import type { ReactNode } from 'react'
import { Refused, send } from '../../../desk/client.ts'
import { LongWork, useLongWork } from '../../../desk/list/long-work.tsx'

/** Tells of an export that a list is about to make of its rows of demands, as `ListOf.giving`. @throws Refused past the limit of the day */
export const givingDemands = (what: string) => async (rows: number) => {
  await send('POST', '/hotline/exports', { what, rows })
}

/** A file of demands that the server makes; where it refuses, what it says stands beside the button. */
export function DemandsFile({
  href,
  name,
  children,
}: {
  readonly href: string
  readonly name: string
  readonly children: ReactNode
}) {
  const work = useLongWork()
  const fetchFile = () =>
    work.run(async () => {
      const answer = await fetch(href)
      if (!answer.ok) {
        const { detail }: { detail?: string } = await answer.json().catch(() => ({}))
        throw new Refused(answer.status, detail ?? `服务器答复 ${answer.status}，请稍后重试。`)
      }
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await answer.blob())
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      return '已导出。'
    })
  return (
    <span className="no-print">
      <button type="button" className="plain" disabled={work.busy} onClick={() => void fetchFile()}>
        {children}
      </button>{' '}
      <LongWork work={work} />
    </span>
  )
}
