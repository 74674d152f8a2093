import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { send, wordsOf } from '../../../desk/client.ts'
import { isDay } from '../../../statute/day.ts'
import type { Attachment, ItemContent } from '../../item.ts'

/** What the server reads of a Word document. */
interface WordRead {
  readonly body: string
  readonly pictures: readonly Attachment[]
  readonly notes: readonly string[]
  readonly facts: {
    readonly title?: string
    readonly documentNumber?: string
    readonly madeOn?: string
  }
}

interface Taking {
  readonly item: string
  readonly content: ItemContent
  /** Puts the body in, with what the text says of title, number and day where those are still empty. */
  readonly put: (change: Partial<ItemContent>) => void
}

/** Takes a Word document into the body; what was left out on the way is said, and undo is one click away. */
export function WordIn({ item, content, put }: Taking) {
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const [read, setRead] = useState<{ notes: readonly string[]; before: Partial<ItemContent> }>()
  const take = async (word: File) => {
    setBusy(true)
    setWrong('')
    const form = new FormData()
    form.set('file', word)
    try {
      const found = await send<WordRead>('POST', `/items/${item}/word`, form)
      const { body, title, documentNumber, madeOn, attachments } = content
      setRead({ notes: found.notes, before: { body, title, documentNumber, madeOn, attachments } })
      put(changeBy(content, found))
    } catch (cause) {
      setWrong(wordsOf(cause))
    }
    setBusy(false)
  }
  return (
    <div className="word-in">
      <Button loading={busy} onClick={() => file.current?.click()}>
        导入 Word 文件
      </Button>
      <input
        ref={file}
        type="file"
        accept=".docx"
        hidden
        aria-label="选择 Word 文件"
        onChange={event => {
          const word = event.target.files?.[0]
          if (word !== undefined) void take(word)
          event.target.value = ''
        }}
      />
      {wrong !== '' && <Alert type="error" showIcon role="alert" title={`没有导入：${wrong}`} />}
      {read !== undefined && (
        <div role="status" className="card">
          <p>
            已导入到正文，请核对。
            <Button
              size="small"
              onClick={() => {
                put(read.before)
                setRead(undefined)
              }}
            >
              恢复导入前的内容
            </Button>
          </p>
          <ul className="plain-list">
            {read.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function changeBy(content: ItemContent, { body, pictures, facts }: WordRead): Partial<ItemContent> {
  const day = facts.madeOn ?? ''
  return {
    body,
    attachments: [...content.attachments, ...pictures],
    ...(content.title === '' && facts.title !== undefined ? { title: facts.title } : {}),
    documentNumber: content.documentNumber ?? facts.documentNumber ?? null,
    ...(content.madeOn === null && isDay(day) ? { madeOn: day } : {}),
  }
}
