import { Alert, Button } from 'antd'
import { useState } from 'react'
import { wordsOf } from '../../../desk/client.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { mostOfVisit } from '../../visits/visit.ts'
import { type KeptVisit, keepVisit } from './kept-visits.ts'

interface Filling {
  readonly draft: KeptVisit
  /** Told that it waits to be sent. */
  readonly send: () => void
}

const hour = 3_600_000
/** The moment as a field of date and time shows it, in the office's time zone. */
const shown = (instant: string) => new Date(Date.parse(instant) + 8 * hour).toISOString().slice(0, 16)
const instantOf = (text: string) => new Date(`${text}:00+08:00`).toISOString()

/** What is filled in, and its keeping: each letter and each photo is on the phone before anything is sent. */
function useDraft(kept: KeptVisit) {
  const [draft, setDraft] = useState(kept)
  const [failure, setFailure] = useState('')
  const keep = async (change: Partial<KeptVisit>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    await keepVisit(next)
      .then(() => setFailure(''))
      .catch((cause: unknown) => setFailure(`没有能存在这部手机上：${wordsOf(cause)}`))
  }
  return { draft, failure, keep }
}

/** What was seen, when, and photos. */
export function VisitForm({ draft: kept, send }: Filling) {
  const { draft, failure, keep } = useDraft(kept)
  const write = (change: Partial<KeptVisit>) => void keep(change)
  return (
    <form
      className="card visit"
      aria-label="现场核查"
      onSubmit={event => {
        event.preventDefault()
        void keep({ state: 'waiting' }).then(send)
      }}
    >
      <Field label="现场看到的情况">
        <textarea
          name="seen"
          value={draft.seen}
          onChange={({ target }) => write({ seen: target.value })}
          rows={6}
          maxLength={mostOfVisit.seen}
          required
        />
      </Field>
      <Field label="到现场的时间">
        <input
          type="datetime-local"
          name="visitedAt"
          value={shown(draft.visitedAt)}
          onChange={({ target }) => target.value !== '' && write({ visitedAt: instantOf(target.value) })}
          required
        />
      </Field>
      <Photos draft={draft} keep={write} />
      {failure !== '' && <Alert type="error" role="alert" showIcon title={failure} />}
      <p className="actions">
        <Button type="primary" htmlType="submit" size="large">
          送出
        </Button>
      </p>
    </form>
  )
}

interface Chosen {
  readonly draft: KeptVisit
  readonly keep: (change: Partial<KeptVisit>) => void
}

function Photos({ draft: { photos }, keep }: Chosen) {
  const room = mostOfVisit.photos - photos.length
  const add = (files: FileList | null) =>
    keep({
      photos: [
        ...photos,
        ...[...(files ?? [])].slice(0, room).map(file => ({ name: file.name, bytes: file })),
      ],
    })
  return (
    <>
      {room > 0 && (
        <Field label={`照片（还可以加 ${room} 张，可以不加）`}>
          <input
            type="file"
            accept="image/jpeg,image/png"
            multiple
            onChange={({ target }) => {
              add(target.files)
              target.value = ''
            }}
          />
        </Field>
      )}
      <ul aria-label="已选的照片">
        {photos.map(({ name }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two photos of a phone may have one name
          <li key={place}>
            {`${place + 1}. ${name}　`}
            <button
              type="button"
              className="plain"
              onClick={() => keep({ photos: photos.filter((_, other) => other !== place) })}
            >
              {`去掉第 ${place + 1} 张`}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
