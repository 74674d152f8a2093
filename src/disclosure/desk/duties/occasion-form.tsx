import { Button } from 'antd'
import { useAgencies } from '../../../desk/agencies.ts'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import type { DutiesView } from '../../duties/view.ts'

/** Writes down what happened, so that a duty counts from it. */
export function OccasionForm({ view: { duties, mayRecord } }: { view: DutiesView }) {
  const agencies = useAgencies().filter(({ code }) => mayRecord.includes(code))
  const { today } = useSession()
  const acting = useActing()
  const counting = duties.filter(
    ({ rhythm, endedOn }) => endedOn === null && rhythm.kind === 'after' && rhythm.day === 'recorded',
  )
  if (agencies.length === 0 || counting.length === 0) return null
  const record = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const done = await acting.run(async () => {
      const told = { agency: textIn(data, 'agency'), on: textIn(data, 'on'), words: textIn(data, 'words') }
      await send('POST', `/duties/${textIn(data, 'duty')}/occasions`, told)
      return '已登记，期限由此起算。'
    })
    if (done) form.reset()
  }
  return (
    <section className="card no-print" aria-label="登记事由">
      <h2>登记事由</h2>
      <p>如负责人变动：登记后，从这一天起计算应当更新公开的期限。</p>
      <form onSubmit={event => void record(event)}>
        <Field label="事项">
          <select name="duty">
            {counting.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        <Field label="机关">
          <select name="agency">
            {agencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="发生日期" wrong={acting.fields.on}>
          <input name="on" type="date" max={today} required />
        </Field>
        <Field label="发生了什么" wrong={acting.fields.words}>
          <input name="words" maxLength={200} required />
        </Field>
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          登记
        </Button>
      </form>
    </section>
  )
}
