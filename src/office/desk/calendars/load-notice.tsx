import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import type { DayKind } from '../../../statute/calendar.ts'
import { type Day, inChinese, weekdayInChinese } from '../../../statute/day.ts'
import { Field, Outcome, useActing } from '../acting.tsx'

interface Preview {
  readonly notice: { readonly year: number; readonly notice: string }
  readonly replaces: string | null
  readonly changes: readonly { readonly on: Day; readonly before?: DayKind; readonly after: DayKind }[]
}

/** Loads a notice: its text pasted or dropped, its changes seen day by day, then loaded. */
export function LoadNotice() {
  const acting = useActing()
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const type = (words: string) => {
    setText(words)
    setPreview(undefined)
  }
  const look = () =>
    acting.run(async () => {
      setPreview(await send<Preview>('POST', '/calendars/preview', { text }))
      return '已读出通知，请核对下面的变化，再载入。'
    })
  const load = async () => {
    const done = await acting.run(async () => {
      const { year } = await send<{ year: number }>('POST', '/calendars', { text })
      return `${year} 年的放假安排已载入，立即生效。`
    })
    if (done) type('')
  }
  const drop = (event: React.DragEvent) => {
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    void file.text().then(type)
  }
  return (
    <section className="card no-print" aria-label="载入放假安排通知">
      <h2>载入放假安排通知</h2>
      <Field label="粘贴国务院办公厅通知的全文（含标题和文号）或 JSON，也可以把文本文件拖到这里">
        <textarea rows={8} value={text} onChange={event => type(event.target.value)} onDrop={drop} />
      </Field>
      <Field label="或选择文本文件">
        <input
          type="file"
          accept=".txt,.json,text/plain,application/json"
          onChange={event => void event.target.files?.[0]?.text().then(type)}
        />
      </Field>
      <Outcome acting={acting} />
      {preview !== undefined && <Changes preview={preview} />}
      <p className="actions">
        <Button disabled={text.trim() === ''} loading={acting.busy} onClick={() => void look()}>
          预览变化
        </Button>
        {preview !== undefined && (
          <Button type="primary" loading={acting.busy} onClick={() => void load()}>
            {`载入 ${preview.notice.year} 年`}
          </Button>
        )}
      </p>
    </section>
  )
}

function Changes({ preview: { notice, replaces, changes } }: { preview: Preview }) {
  const words = replaces === null ? '这一年此前没有通知。' : `将替换现有的${replaces}。`
  if (changes.length === 0) return <p>{`${notice.year} 年，${notice.notice}。${words}没有一天会改变。`}</p>
  return (
    <>
      <p>{`${notice.year} 年，${notice.notice}。${words}共 ${changes.length} 天会改变：`}</p>
      <div className="frame">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">现在</th>
              <th scope="col">载入后</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ on, before, after }) => (
              <tr key={on}>
                <td>{`${inChinese(on)} ${weekdayInChinese(on)}`}</td>
                <td>{before === undefined ? '未知' : (before.name ?? before.reason)}</td>
                <td>{after.name ?? after.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
