import { Button } from 'antd'
import { useState } from 'react'
import { useAgencies } from '../../../desk/agencies.ts'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import type { Agency } from '../../../office/roles.ts'
import { articleName } from '../../../statute/article.ts'
import {
  agencyKindLabel,
  type Duty,
  type DutyRhythm,
  type DutyScope,
  dayFieldsOf,
  type OwedForm,
  owedFormLabel,
} from '../../duties/duty.ts'
import { isItemForm, itemForms } from '../../forms.ts'

/** Who owes a duty, in words. */
export function scopeWords(scope: DutyScope, agencies: readonly Agency[]): string {
  if (scope.kind === 'all') return '全部机关'
  if (scope.kind === 'kind') return `全部${agencyKindLabel[scope.of]}`
  return scope.agencies.map(code => agencies.find(each => each.code === code)?.shortName ?? code).join('、')
}

const rhythmLabel = {
  standing: '长期公开',
  yearly: '每年',
  every: '每几个月',
  after: '某事发生后',
} as const satisfies Record<DutyRhythm['kind'], string>
const forms: readonly OwedForm[] = [...itemForms, 'annualReport']

/** Sets a duty: what, who, how often, by which article. */
export function DutyForm({ duty, close }: { duty: Duty | undefined; close: () => void }) {
  const [form, setForm] = useState<OwedForm>(duty?.form ?? 'budget')
  const [rhythm, setRhythm] = useState<DutyRhythm['kind']>(duty?.rhythm.kind ?? 'yearly')
  const [scope, setScope] = useState<DutyScope['kind']>(duty?.scope.kind ?? 'all')
  const { today } = useSession()
  const acting = useActing()
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const set = {
      ...{ title: textIn(data, 'title'), form, law: textIn(data, 'law'), since: textIn(data, 'since') },
      ...{ scope: scopeIn(data, scope), rhythm: rhythmIn(data, rhythm) },
    }
    const done = await acting.run(async () => {
      await send(
        duty === undefined ? 'POST' : 'PUT',
        duty === undefined ? '/duties' : `/duties/${duty.id}`,
        set,
      )
      return '已保存。'
    })
    if (done) close()
  }
  return (
    <form
      className="duty-form"
      aria-label={duty === undefined ? '增加事项' : `修改：${duty.title}`}
      onSubmit={event => void save(event)}
    >
      <h3>{duty === undefined ? '增加事项' : `修改：${duty.title}`}</h3>
      <Field label="事项名称" wrong={acting.fields.title}>
        <input name="title" maxLength={100} required defaultValue={duty?.title ?? ''} />
      </Field>
      <Field label="信息形式">
        <select
          value={form}
          onChange={({ target: { value } }) => setForm(isItemForm(value) ? value : 'annualReport')}
        >
          {forms.map(each => (
            <option key={each} value={each}>
              {owedFormLabel(each)}
            </option>
          ))}
        </select>
      </Field>
      <ScopeFields duty={duty} kind={scope} choose={setScope} />
      <RhythmFields duty={duty} form={form} kind={rhythm} choose={setRhythm} />
      <Field label="依据（法规全称和条，如《政府信息公开条例》第二十六条）" wrong={acting.fields.law}>
        <input name="law" maxLength={100} required defaultValue={articleName(duty?.law ?? 'Art 26')} />
      </Field>
      <Field label="自何日起要求" wrong={acting.fields.since}>
        <input name="since" type="date" required defaultValue={duty?.since ?? `${today.slice(0, 4)}-01-01`} />
      </Field>
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存
        </Button>
        <Button onClick={close}>取消</Button>
      </p>
    </form>
  )
}

function ScopeFields({
  duty,
  kind,
  choose,
}: {
  duty: Duty | undefined
  kind: DutyScope['kind']
  choose: (kind: DutyScope['kind']) => void
}) {
  const agencies = useAgencies().filter(({ standing }) => standing)
  const named = duty?.scope.kind === 'named' ? duty.scope.agencies : []
  return (
    <>
      <Field label="责任机关">
        <select
          value={kind}
          onChange={({ target: { value } }) => choose(value === 'kind' || value === 'named' ? value : 'all')}
        >
          <option value="all">全部机关</option>
          <option value="kind">一类机关</option>
          <option value="named">指定机关</option>
        </select>
      </Field>
      {kind === 'kind' && (
        <Field label="哪一类">
          <select name="of" defaultValue={duty?.scope.kind === 'kind' ? duty.scope.of : 'department'}>
            {Object.entries(agencyKindLabel).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      )}
      {kind === 'named' && (
        <fieldset>
          <legend>哪些机关</legend>
          {agencies.map(({ code, shortName }) => (
            <label key={code} className="check">
              <input type="checkbox" name="agencies" value={code} defaultChecked={named.includes(code)} />
              {shortName}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

function RhythmFields({
  duty,
  form,
  kind,
  choose,
}: {
  duty: Duty | undefined
  form: OwedForm
  kind: DutyRhythm['kind']
  choose: (kind: DutyRhythm['kind']) => void
}) {
  const set = duty?.rhythm
  return (
    <>
      <Field label="频次">
        <select value={kind} onChange={({ target: { value } }) => choose(kindOf(value))}>
          {Object.entries(rhythmLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'yearly' && (
        <Field label="每年几月几日以前（月-日，如 01-31）">
          <input name="by" pattern="\d\d-\d\d" required defaultValue={set?.kind === 'yearly' ? set.by : ''} />
        </Field>
      )}
      {kind === 'every' && (
        <Field label="间隔几个月">
          <input
            name="months"
            type="number"
            min={1}
            max={60}
            required
            defaultValue={set?.kind === 'every' ? set.months : 12}
          />
        </Field>
      )}
      {kind === 'after' && <AfterFields set={set} form={form} />}
    </>
  )
}

function AfterFields({ set, form }: { set: DutyRhythm | undefined; form: OwedForm }) {
  const after = set?.kind === 'after' ? set : undefined
  return (
    <>
      <Field label="从哪一天起算">
        <select name="day" defaultValue={after?.day ?? 'recorded'}>
          <option value="recorded">登记的事由发生之日</option>
          {dayFieldsOf(form).map(({ key, label }) => (
            <option key={key} value={key}>{`信息中的“${label}”`}</option>
          ))}
        </select>
      </Field>
      <Field label="多少天内">
        <input name="count" type="number" min={1} max={366} required defaultValue={after?.count ?? 20} />
      </Field>
      <Field label="按什么计">
        <select name="unit" defaultValue={after?.unit ?? 'workdays'}>
          <option value="workdays">工作日</option>
          <option value="days">自然日</option>
        </select>
      </Field>
    </>
  )
}

function kindOf(value: string): DutyRhythm['kind'] {
  return value === 'yearly' || value === 'every' || value === 'after' ? value : 'standing'
}

function scopeIn(data: FormData, kind: DutyScope['kind']): object {
  if (kind === 'kind') return { kind, of: textIn(data, 'of') }
  return kind === 'named' ? { kind, agencies: data.getAll('agencies').map(String) } : { kind }
}

function rhythmIn(data: FormData, kind: DutyRhythm['kind']): object {
  if (kind === 'yearly') return { kind, by: textIn(data, 'by') }
  if (kind === 'every') return { kind, months: Number(textIn(data, 'months')) }
  if (kind !== 'after') return { kind }
  return {
    ...{ kind, day: textIn(data, 'day'), count: Number(textIn(data, 'count')) },
    unit: textIn(data, 'unit'),
  }
}
