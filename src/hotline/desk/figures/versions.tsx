import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { optionsOf } from '../../../desk/list/column.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { addDays, dayOf, inChinese } from '../../../statute/day.ts'
import { resolutionLabel, satisfactionLabel } from '../../events.ts'
import { instantMinutes, signingMinutes } from '../../figures/counters.ts'
import type { FigureVersion } from '../../figures/version.ts'

const questions = { result: '对办理结果的评价', handling: '对办理过程的评价' } as const
const unsaid = { leftOut: '不计入', satisfied: '视为满意', dissatisfied: '视为不满意' } as const

/** How figures were and are counted, and setting it otherwise from a day to come. */
export function Versions() {
  const found = useQuery({
    queryKey: ['figure versions'],
    queryFn: () => read<readonly FigureVersion[]>('/hotline/figures/versions'),
  })
  const may = holdsOne(useSession(), 'administrator')
  const newest = found.data?.at(-1)
  return (
    <details className="card no-print">
      <summary>统计口径的版本</summary>
      <ul>
        {found.data?.map((version, place) => (
          <li
            key={version.from}
          >{`${place === 0 ? '起初' : `${inChinese(version.from)}起`}：${inWords(version)}`}</li>
        ))}
      </ul>
      <p className="why">调整口径从施行之日起登记的诉求适用，以前登记的仍按当时的口径。</p>
      {!may && <p>由系统管理员调整。</p>}
      {may && newest !== undefined && <NewVersion newest={newest} />}
    </details>
  )
}

function inWords({
  question,
  satisfied,
  unsaid: way,
  resolved,
  instant,
  signing,
  basis,
}: FigureVersion): string {
  return [
    `满意率以${questions[question]}为准，${satisfied.map(each => satisfactionLabel[each]).join('、')}计为满意，未评价的${unsaid[way]}`,
    `解决率计${resolved.map(each => resolutionLabel[each]).join('、')}`,
    `即时转办为 ${instant} 分钟内，及时签收为 ${signing} 分钟（工作时间）内`,
    `依据：${basis}`,
  ].join('；')
}

function NewVersion({ newest }: { newest: FigureVersion }) {
  const acting = useActing()
  const { today } = useSession()
  const usual = {
    ...{ from: addDays(dayOf(today), 1), question: newest.question, unsaid: newest.unsaid, basis: '' },
    ...{ instant: String(newest.instant), signing: String(newest.signing) },
    ...{ satisfied: newest.satisfied.join(','), resolved: newest.resolved.join(',') },
  }
  const { typed, field, write, clear } = useTyped('gongkai hotline figures', usual)
  const list = (key: string) => (typed[key] ?? '').split(',').filter(each => each !== '')
  const save = () =>
    acting.run(async () => {
      await send('POST', '/hotline/figures/versions', {
        ...{ from: typed.from, question: typed.question, unsaid: typed.unsaid, basis: typed.basis },
        ...{ instant: Number(typed.instant), signing: Number(typed.signing) },
        ...{ satisfied: list('satisfied'), resolved: list('resolved') },
      })
      clear()
      return '已保存，自施行之日起登记的诉求适用。'
    })
  const choice = (key: string, label: string, options: readonly { value: string; label: string }[]) => (
    <Field label={label} wrong={acting.fields[key]}>
      <select {...field(key)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <form
      aria-label="调整统计口径"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>调整口径</h3>
      <Field label="施行日期（明天或者以后）" wrong={acting.fields.from}>
        <input {...field('from')} type="date" required />
      </Field>
      {choice('question', '满意率以哪一项为准', optionsOf(questions))}
      <Checks
        label="计为满意的评价"
        labels={satisfactionLabel}
        chosen={list('satisfied')}
        choose={satisfied => write({ satisfied })}
      />
      {choice('unsaid', '回访时未评价的', optionsOf(unsaid))}
      <Checks
        label="计为解决的办理结果"
        labels={resolutionLabel}
        chosen={list('resolved')}
        choose={resolved => write({ resolved })}
      />
      {choice('instant', '即时转办（登记后）', minutes(instantMinutes))}
      {choice('signing', '及时签收（派单后，工作时间）', minutes(signingMinutes))}
      <Field label="依据" wrong={acting.fields.basis}>
        <input {...field('basis')} maxLength={500} required />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        保存口径
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}

const minutes = (some: readonly number[]) =>
  some.map(each => ({ value: String(each), label: `${each} 分钟` }))

/** Several of some choices, kept as one text. */
function Checks({
  label,
  labels,
  chosen,
  choose,
}: {
  label: string
  labels: Readonly<Record<string, string>>
  chosen: readonly string[]
  choose(chosen: string): void
}) {
  return (
    <fieldset className="figures">
      <legend>{label}</legend>
      {optionsOf(labels).map(({ value, label: name }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => {
              const rest = chosen.filter(each => each !== value)
              choose((target.checked ? [...rest, value] : rest).join(','))
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
