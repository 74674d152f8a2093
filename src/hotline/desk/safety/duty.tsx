import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Choose } from '../../../desk/choosing/choose.tsx'
import { read, send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import type { DutyLine } from '../../safety/alarm.ts'

interface Roster {
  readonly lines: readonly DutyLine[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly agency: string
    readonly initials: string
  }[]
}

/** Who is on duty and will be; the supervisor changes it. */
export function Duty() {
  const acting = useActing()
  const found = useQuery({ queryKey: ['hotline duty'], queryFn: () => read<Roster>('/hotline/duty') })
  const { lines, people } = found.data ?? { lines: [], people: [] }
  const end = (id: string) =>
    acting.run(async () => {
      await send('DELETE', `/hotline/duty/${id}`)
      return '已取消。'
    })
  return (
    <section className="card" aria-label="值班表">
      <h2>值班表</h2>
      {lines.length === 0 && <p>现在没有安排值班，险情提醒全部派单员和督办员。</p>}
      <Shifts lines={lines.slice(0, shown)} {...{ people, end }} />
      {lines.length > shown && (
        <details>
          <summary>{`以后的 ${lines.length - shown} 班`}</summary>
          <Shifts lines={lines.slice(shown)} {...{ people, end }} />
        </details>
      )}
      <Outcome acting={acting} />
      {people.length > 0 && <PutOnDuty people={people} />}
    </section>
  )
}

/** So many shifts are shown at once: a week by day and night. */
const shown = 14

interface Shifting extends Roster {
  readonly end: (id: string) => Promise<boolean>
}

function Shifts({ lines, people, end }: Shifting) {
  return (
    <ul>
      {lines.map(({ id, personName, agency, from, until }) => (
        <li key={id}>
          {`${personName}，${momentInChinese(from)} 至 ${momentInChinese(until)} `}
          {people.some(each => each.agency === agency) && (
            <Button size="small" onClick={() => void end(id)}>
              {`取消 ${personName} 的值班`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function PutOnDuty({ people }: Pick<Roster, 'people'>) {
  const acting = useActing()
  const { typed, field, write, clear } = useTyped('gongkai hotline duty')
  const choices = people.map(({ id, name, agency, initials }) => ({
    ...{ value: `${id} ${agency}`, label: name, initials },
  }))
  const put = () =>
    acting.run(async () => {
      const chosen = people.find(({ id, agency }) => `${id} ${agency}` === typed.person)
      const [from, until] = [momentOf(typed.from), momentOf(typed.until)]
      await send('POST', '/hotline/duty', { agency: chosen?.agency, person: chosen?.id, from, until })
      clear()
      return '已安排。'
    })
  return (
    <form
      aria-label="安排值班"
      onSubmit={event => {
        event.preventDefault()
        void put()
      }}
    >
      <Field label="值班人员" wrong={acting.fields.person}>
        <Choose control={field('person')} choices={choices} write={write} />
      </Field>
      <Field label="从" wrong={acting.fields.from}>
        <input {...field('from')} type="datetime-local" required />
      </Field>
      <Field label="到" wrong={acting.fields.until}>
        <input {...field('until')} type="datetime-local" required />
      </Field>
      <Button htmlType="submit" loading={acting.busy}>
        安排值班
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}

/** What a control of day and time holds, as a moment. */
function momentOf(text = ''): string {
  return text === '' ? '' : new Date(text).toISOString()
}
