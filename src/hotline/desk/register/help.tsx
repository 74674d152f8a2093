import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../../desk/client.ts'
import type { Typed } from '../../../desk/steps/typed.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { EntryFound } from '../../knowledge/view.ts'
import type { DemandBeside, LiveHelp } from '../../live/help.ts'
import { demandStateLabel } from '../../standing.ts'

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

interface Helped {
  readonly typed: Typed
  readonly agency: string
  readonly use: (entry: EntryFound) => void
}

/** Beside the form, live while one types: danger, earlier demands of the caller, answers, likely duplicates, places. */
export function Help({ typed, agency, use }: Helped) {
  const { subject = '', body = '', place = '', phone = '' } = typed
  const asked = usePaused(JSON.stringify({ agency, subject, body, place, phone }))
  const found = useQuery({
    queryKey: ['hotline live', asked],
    queryFn: () => send<LiveHelp>('POST', '/hotline/live', JSON.parse(asked)),
    enabled: subject + body + place + phone !== '',
    placeholderData: before => before,
  })
  const help = found.data
  return (
    <aside className="card" aria-label="即时辅助" aria-live="polite">
      {help === undefined && <p>填写号码和内容时，这里显示来电人以前的诉求、可用的答复和可能重复的诉求。</p>}
      {help !== undefined && help.dangers.length > 0 && (
        <p className="late" role="alert">
          {`⚠ 写有险情词“${help.dangers.map(({ word }) => word).join('”“')}”，登记后立即提醒值班人员。`}
        </p>
      )}
      {help !== undefined && <Found help={help} use={use} />}
    </aside>
  )
}

function Found({ help, use }: { readonly help: LiveHelp; readonly use: Helped['use'] }) {
  const { earlier, earlierTotal, entries, duplicates, places } = help
  return (
    <>
      <h2>{`来电人以前的诉求${earlierTotal > 0 ? `（${earlierTotal} 件）` : ''}`}</h2>
      <Demands lines={earlier} none="没有。" />
      <h2>可用的答复</h2>
      {entries.length === 0 && <p>知识库中没有相近的条目。</p>}
      {entries.map(entry => (
        <details key={entry.id}>
          <summary>{entry.question}</summary>
          <p>{entry.answer}</p>
          <Button size="small" onClick={() => use(entry)}>
            用它直接答复
          </Button>
        </details>
      ))}
      <h2>近 30 日可能重复的诉求</h2>
      <Demands lines={duplicates} none="没有。" />
      {places.length > 0 && <p>{`识别的地点：${places.join('、')}`}</p>}
    </>
  )
}

function Demands({ lines, none }: { readonly lines: readonly DemandBeside[]; readonly none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ul>
      {lines.map(({ id, number, subject, filedAt, state, unitName }) => (
        <li key={id}>
          <Link to={deskPaths.demand(id)} target="_blank">
            {number}
          </Link>
          {` ${subject}，${momentInChinese(filedAt)}，${demandStateLabel[state]}${unitName === null ? '' : `，${unitName}`}`}
        </li>
      ))}
    </ul>
  )
}
