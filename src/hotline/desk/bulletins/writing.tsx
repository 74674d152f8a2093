import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { keep, kept } from '../../../desk/kept-text.ts'
import { useSession } from '../../../desk/session.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { BulletinView } from '../../bulletins/view.ts'
import { CaseFields, FieldsHelp, SectionFields, type Writing } from './writing-fields.tsx'

/** The prose, the cases and the topics of a draft. */
export function WritingForm({ view }: { view: BulletinView }) {
  const session = useSession()
  const acting = useActing()
  const place = `gongkai ${session.id} bulletin ${view.id} v${view.draft.version}`
  const [writing, setWriting] = useState<Writing>(() => writtenAt(place, view))
  const change = (next: Partial<Writing>) => {
    const all = { ...writing, ...next }
    setWriting(all)
    keep(place, JSON.stringify(all))
  }
  const save = (findAnew: boolean) =>
    acting.run(async () => {
      const { sections, cases, cutOff, topics } = writing
      const body = { version: view.draft.version, cutOff, topics, findAnew, words: { sections, cases } }
      await send('PUT', `/hotline/bulletins/${view.id}/draft`, body)
      keep(place, '')
      return '已保存。'
    })
  return (
    <form
      className="card"
      aria-label="编写"
      onSubmit={event => {
        event.preventDefault()
        void save(false)
      }}
    >
      <h2>编写</h2>
      <Field label="办理情况统计到哪一天（含当天）" wrong={acting.fields.cutOff}>
        <input
          type="date"
          value={writing.cutOff}
          min={view.span.until}
          max={session.today}
          onChange={event => change({ cutOff: event.target.value })}
          required
        />
      </Field>
      <FieldsHelp fields={view.fields} />
      <SectionFields {...{ writing, change }} />
      <Topics {...{ view, writing, change }} />
      <CaseFields {...{ writing, change }} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存
        </Button>
        <Button loading={acting.busy} onClick={() => void save(true)}>
          保存并重新查找热点
        </Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}

function writtenAt(place: string, { draft }: BulletinView): Writing {
  const { words, cutOff, topics } = draft
  const saved: Writing = { ...words, cutOff, topics: topics.map((_, at) => at) }
  try {
    const found: unknown = JSON.parse(kept(place) ?? 'null')
    return typeof found === 'object' && found !== null ? { ...saved, ...found } : saved
  } catch {
    return saved
  }
}

interface Choosing {
  readonly view: BulletinView
  readonly writing: Writing
  readonly change: (next: Partial<Writing>) => void
}

/** Which of the topics that were found stay in the bulletin. */
function Topics({ view, writing, change }: Choosing) {
  const { topics } = view.draft
  return (
    <fieldset>
      <legend>热点问题</legend>
      {topics.length === 0 && <p>没有找到两人以上反映的同一问题。</p>}
      <ul className="offers">
        {topics.map(({ title, place, demands }, at) => (
          <li key={`${title} ${demands[0]}`}>
            <label>
              <input
                type="checkbox"
                checked={writing.topics.includes(at)}
                onChange={({ target }) => {
                  const rest = writing.topics.filter(each => each !== at)
                  change({ topics: target.checked ? [...rest, at].toSorted((a, b) => a - b) : rest })
                }}
              />
              {` ${place}${place === '' ? '' : '：'}${title}（${demands.length} 件）`}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
