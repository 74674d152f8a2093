import { Button } from 'antd'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { longestPublished, type PublicWords } from '../../published/published.ts'
import { markedIn } from '../../published/steps.ts'
import type { DemandView } from '../../view.ts'
import type { AnswerActing } from './answer-found.ts'
import { Marked } from './marked.tsx'
import './published.css'

/** What was said and answered, as it stands in the demand. */
function originalOf({ demand, events }: DemandView): PublicWords {
  const told = events.findLast(event => event.kind === 'fedBack' || event.kind === 'answered')
  const answer = told !== undefined && 'words' in told ? told.words : ''
  return { title: demand.subject, question: demand.body, answer }
}

const fields = [
  { key: 'title', label: '标题', rows: 1 },
  { key: 'question', label: '问', rows: 5 },
  { key: 'answer', label: '答', rows: 7 },
] as const

/** The form in which an answer is put into words that name nobody: the original beside each field, personal data marked in both. */
export function AnswerDraft({ view, found, take, close }: AnswerActing & { readonly close: () => void }) {
  const acting = useActing()
  const original = originalOf(view)
  const begin = { ...(found.standing.content ?? original) }
  const { typed, field, write, clear } = useTyped(`gongkai publish ${view.demand.id}`, begin)
  const { title = '', question = '', answer = '' } = typed
  const content = { title, question, answer }
  const marked = markedIn(content)
  const hide = (text: string) =>
    marked.reduce((rest, { text: words, proposal }) => rest.replaceAll(words, proposal), text)
  const save = () =>
    acting.run(async () => {
      await take('draft', { content })
      clear(content)
      close()
      return '已保存，请另一人核对。'
    })
  return (
    <form
      className="step-form"
      aria-label="编辑公开答复"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <p>请隐去来电人和其他人的姓名、电话、住址。姓名不能自动识别，请逐句看过。</p>
      {fields.map(({ key, label, rows }) => (
        <div className="beside" key={key}>
          <section aria-label={`${label}（原文）`}>
            <h4>{`${label}（原文）`}</h4>
            <Marked text={original[key]} marked={markedIn(original)} />
          </section>
          <Field label={`${label}（公开的文字）`} wrong={acting.fields[`content.${key}`]}>
            {key === 'title' ? (
              <input {...field(key)} maxLength={longestPublished[key]} required />
            ) : (
              <textarea {...field(key)} rows={rows} maxLength={longestPublished[key]} required />
            )}
          </Field>
        </div>
      ))}
      {marked.length > 0 && (
        <div role="status" className="draft-check">
          <p>公开的文字中还有：</p>
          <ul>
            {marked.map(({ text, what, proposal, mustGo }) => (
              <li key={text} className={mustGo ? 'late' : undefined}>
                {mustGo
                  ? `“${text}”是${what}，请改为“${proposal}”`
                  : `“${text}”可能是${what}：属于个人的请改为“${proposal}”，是单位对外公开的由核对人确认`}
              </li>
            ))}
          </ul>
          <Button
            onClick={() => write({ title: hide(title), question: hide(question), answer: hide(answer) })}
          >
            全部改为隐去的写法
          </Button>
        </div>
      )}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存草稿
        </Button>
        <Button onClick={close}>收起</Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}
