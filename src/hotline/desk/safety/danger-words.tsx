import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { urgencyLabel } from '../../demand.ts'
import type { DangerKind } from '../../safety/danger.ts'

interface Settings {
  readonly kinds: readonly DangerKind[]
  readonly escalateMinutes: number
}

/** The words of danger, kind by kind; a change holds from the next demand on. */
export function DangerWords() {
  const found = useQuery({
    queryKey: ['hotline danger'],
    queryFn: () => read<Settings>('/hotline/danger'),
  })
  const may = holdsOne(useSession(), 'supervisor', 'administrator')
  return (
    <section className="card" aria-label="险情词">
      <h2>险情词</h2>
      <p>
        诉求的标题、内容、地点写有险情词的，登记时提高紧急程度并提醒值班人员。“没有漏气”“并未起火”等否定的说法，以及“不算险情的短语”中的词，不算。
      </p>
      {found.data !== undefined && <WordsForm settings={found.data} may={may} />}
    </section>
  )
}

const listOf = (text = '') => text.split(/[\s、，,；;]+/u).filter(word => word !== '')
const spare = 1

function WordsForm({ settings: { kinds, escalateMinutes }, may }: { settings: Settings; may: boolean }) {
  const acting = useActing()
  const rows = [...kinds.keys(), ...Array.from({ length: may ? spare : 0 }, (_, at) => kinds.length + at)]
  const usual = Object.fromEntries([
    ['minutes', String(escalateMinutes)],
    ...kinds.flatMap(({ label, urgency, words, harmless }, at) => [
      ...[
        [`label${at}`, label],
        [`urgency${at}`, urgency],
        [`words${at}`, words.join('、')],
      ],
      [`harmless${at}`, harmless.join('、')],
    ]),
  ])
  const { typed, field, clear } = useTyped('gongkai hotline danger', usual)
  const save = () =>
    acting.run(async () => {
      const told = rows.flatMap(at => {
        const label = (typed[`label${at}`] ?? '').trim()
        if (label === '') return []
        const urgency = typed[`urgency${at}`] ?? 'danger'
        const [words, harmless] = [listOf(typed[`words${at}`]), listOf(typed[`harmless${at}`])]
        return [{ label, urgency, words, harmless }]
      })
      await send('PUT', '/hotline/danger', { kinds: told, escalateMinutes: typed.minutes })
      clear()
      return '已保存，从下一件诉求起适用。'
    })
  return (
    <form
      aria-label="修改险情词"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label="无人确认几分钟后提醒督办员" wrong={acting.fields.escalateMinutes}>
        <input {...field('minutes')} type="number" min={1} max={1440} required disabled={!may} />
      </Field>
      {rows.map((at, place) => (
        <Kind key={at} {...{ at, place, field, may }} wrong={acting.fields} />
      ))}
      {may && (
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存险情词
        </Button>
      )}
      <Outcome acting={acting} />
    </form>
  )
}

interface KindOf {
  readonly at: number
  readonly place: number
  readonly field: ReturnType<typeof useTyped>['field']
  readonly may: boolean
  readonly wrong: Readonly<Record<string, string>>
}

function Kind({ at, place, field, may, wrong }: KindOf) {
  const { danger, urgent } = urgencyLabel
  return (
    <fieldset disabled={!may}>
      <legend>{`第 ${place + 1} 种（名称清空即删去）`}</legend>
      <Field label="名称" wrong={wrong[`kinds.${place}.label`]}>
        <input {...field(`label${at}`)} maxLength={20} />
      </Field>
      <Field label="紧急程度提高为" wrong={wrong[`kinds.${place}.urgency`]}>
        <select {...field(`urgency${at}`)}>
          <option value="danger">{danger}</option>
          <option value="urgent">{urgent}</option>
        </select>
      </Field>
      <Field label="险情词（用顿号分开）" wrong={wrong[`kinds.${place}.words`]}>
        <textarea {...field(`words${at}`)} rows={2} />
      </Field>
      <Field label="不算险情的短语（用顿号分开）" wrong={wrong[`kinds.${place}.harmless`]}>
        <textarea {...field(`harmless${at}`)} rows={2} />
      </Field>
    </fieldset>
  )
}
