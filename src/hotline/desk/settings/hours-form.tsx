import { Button } from 'antd'
import { send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Hours } from '../../working-time.ts'

interface Period {
  readonly from: string
  readonly hours: Hours
}

/** Since when which hours are on duty, and from which day others will be. */
export function HoursForm({ periods, may }: { periods: readonly Period[]; may: boolean }) {
  return (
    <section className="card" aria-label="工作时间">
      <h2>工作时间</h2>
      <table>
        <caption>办理期限按工作日的这些时间计算</caption>
        <thead>
          <tr>
            <th scope="col">从何日起</th>
            <th scope="col">每个工作日</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ from, hours }, place) => (
            <tr key={from}>
              <td>{place === 0 ? '最初' : from}</td>
              <td>{hours.map(span => `${clock(span.from)}–${clock(span.to)}`).join('，')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {may && <ChangeHours />}
    </section>
  )
}

/** 510 minutes as 08:30. */
function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':')
}

const spans = [
  ['first', '第一段'],
  ['second', '第二段（没有的留空）'],
] as const

function ChangeHours() {
  const acting = useActing()
  const { typed, field, clear } = useTyped('gongkai hotline hours')
  const save = () =>
    acting.run(async () => {
      const hours = spans.flatMap(([name]) => {
        const [from = '', to = ''] = [typed[`${name}From`], typed[`${name}To`]]
        return from === '' && to === '' ? [] : [{ from, to }]
      })
      await send('PUT', '/hotline/settings/hours', { from: typed.from ?? '', hours })
      clear()
      return '已保存。'
    })
  return (
    <form
      aria-label="调整工作时间"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>调整工作时间</h3>
      <Field label="从何日起（明天或者以后）" wrong={acting.fields.from}>
        <input {...field('from')} type="date" required />
      </Field>
      {spans.map(([name, label], place) => (
        <fieldset key={name}>
          <legend>{label}</legend>
          <Field label="从" wrong={acting.fields[`hours.${place}.from`]}>
            <input {...field(`${name}From`)} type="time" required={place === 0} />
          </Field>
          <Field label="到" wrong={acting.fields[`hours.${place}.to`]}>
            <input {...field(`${name}To`)} type="time" required={place === 0} />
          </Field>
        </fieldset>
      ))}
      <Button htmlType="submit" loading={acting.busy}>
        从该日起调整
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
