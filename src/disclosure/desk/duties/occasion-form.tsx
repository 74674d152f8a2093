import { Button } from 'antd'
import { useAgencies } from '../../../desk/agencies.ts'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { DutiesView } from '../../duties/view.ts'

/** Writes down what happened, so that a duty counts from it. */
export function OccasionForm({ view: { duties, mayRecord } }: { view: DutiesView }) {
  const agencies = useAgencies().filter(({ code }) => mayRecord.includes(code))
  const { id, today } = useSession()
  const acting = useActing()
  const counting = duties.filter(
    ({ rhythm, endedOn }) => endedOn === null && rhythm.kind === 'after' && rhythm.day === 'recorded',
  )
  const usual = { duty: counting[0]?.id ?? '', agency: agencies[0]?.code ?? '' }
  const { typed, field, clear } = useTyped(`gongkai ${id} occasion`)
  const value = (name: keyof typeof usual) => typed[name] ?? usual[name]
  if (agencies.length === 0 || counting.length === 0) return null
  const record = () =>
    acting.run(async () => {
      const { on = '', words = '' } = typed
      const told = { agency: value('agency'), on, words: words.trim() }
      await send('POST', `/duties/${value('duty')}/occasions`, told)
      clear()
      return '已登记，期限由此起算。'
    })
  return (
    <section className="card no-print" aria-label="登记事由">
      <h2>登记事由</h2>
      <p>如负责人变动：登记后，从这一天起计算应当更新公开的期限。</p>
      <form
        onSubmit={event => {
          event.preventDefault()
          void record()
        }}
      >
        <Field label="事项">
          <select {...field('duty')} value={value('duty')}>
            {counting.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        <Field label="机关">
          <select {...field('agency')} value={value('agency')}>
            {agencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="发生日期" wrong={acting.fields.on}>
          <input {...field('on')} type="date" max={today} required />
        </Field>
        <Field label="发生了什么" wrong={acting.fields.words}>
          <input {...field('words')} maxLength={200} required />
        </Field>
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          登记
        </Button>
      </form>
    </section>
  )
}
