import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAgencies } from '../../desk/agencies.ts'
import { useSession } from '../../desk/session.ts'
import { useStep } from '../../desk/steps/step.ts'
import { type Typed, useTyped } from '../../desk/steps/typed.ts'
import { Field } from '../../office/desk/acting.tsx'
import type { DemandStep } from '../steps.ts'
import type { DemandView, OfferedDemandStep } from '../view.ts'
import { type DemandField, demandStepAbout, demandStepFields } from './step-spec.ts'

/** What may be done now; what this person could do at another time stays visible and says why not now. */
export function DemandActs({ view }: { view: DemandView }) {
  const [open, setOpen] = useState<DemandStep>()
  const may = view.steps.filter(({ refusal }) => refusal === null)
  const refused = view.steps.filter(({ refusal }) => refusal !== null)
  return (
    <section className="card" id="acts" aria-label="办理">
      <h2>现在可以办理</h2>
      {may.length === 0 && <p>您现在没有可以办理的事项。</p>}
      <ul className="offers">
        {may.map(({ step, label }) => (
          <li key={step}>
            <Button
              type={open === step ? 'primary' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? undefined : step)}
            >
              {label}
            </Button>
            {open === step && <StepForm {...{ view, step, label }} done={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
      {refused.length > 0 && <RefusedSteps steps={refused} />}
    </section>
  )
}

function RefusedSteps({ steps }: { steps: readonly OfferedDemandStep[] }) {
  return (
    <details>
      <summary>{`现在不能办理（${steps.length}）`}</summary>
      <ul className="offers">
        {steps.map(({ step, label, refusal }) => (
          <li key={step}>
            <Button disabled aria-describedby={`why-${step}`}>
              {label}
            </Button>
            <p id={`why-${step}`} className="why">
              {refusal}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface Filling {
  readonly view: DemandView
  readonly step: DemandStep
  readonly label: string
  readonly done: () => void
}

function StepForm({ view, step, label, done }: Filling) {
  const session = useSession()
  const queries = useQueryClient()
  const { demand, standing } = view
  const { typed, field, clear } = useTyped(`gongkai ${session.id} demand ${demand.id} ${step}`)
  const taking = useStep<Partial<DemandView>>({
    ...{ path: `/demands/${demand.id}/steps/${step}`, version: standing.version },
    queryKey: ['demand', demand.id],
    show: () => {
      void queries.invalidateQueries({ queryKey: ['demand', demand.id] })
      void queries.invalidateQueries({ queryKey: ['list', 'demands'] })
    },
  })
  const fields = demandStepFields[step]
  const go = async () => {
    if (!(await taking.take(bodyOf(fields, typed)))) return
    clear()
    done()
  }
  return (
    <form
      className="step-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      {demandStepAbout[step] !== undefined && <p>{demandStepAbout[step]}</p>}
      {fields.map(each => (
        <Field
          key={each.name}
          label={`${each.label}${each.optional === true ? '（可以不填）' : ''}`}
          wrong={taking.fields[each.name]}
        >
          <Control of={each} control={field(each.name)} />
        </Field>
      ))}
      {taking.refusal !== '' && <Alert type="error" showIcon role="alert" title={taking.refusal} />}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={taking.busy}>
          {`确认${label}`}
        </Button>
        <Button onClick={done}>收起</Button>
      </p>
    </form>
  )
}

/** What is sent: numbers as numbers; what was left empty is left out. */
function bodyOf(fields: readonly DemandField[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const said = (typed[name] ?? '').trim()
      if (said === '') return []
      return [[name, kind === 'number' ? Number(said) : said]]
    }),
  )
}

type Shared = ReturnType<ReturnType<typeof useTyped>['field']>

function Control({ of, control }: { of: DemandField; control: Shared }) {
  const required = of.optional !== true
  if (of.kind === 'words') return <textarea {...control} rows={4} maxLength={2000} required={required} />
  if (of.kind === 'text') return <input {...control} maxLength={2000} required={required} />
  if (of.kind === 'number') return <input {...control} type="number" min={1} max={30} required />
  if (of.kind === 'unit') return <Unit control={control} />
  return (
    <select {...control} required={required}>
      <option value="">{required ? '请选择' : '未评价'}</option>
      {Object.entries(of.options ?? {}).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function Unit({ control }: { control: Shared }) {
  const units = useAgencies().filter(({ standing }) => standing)
  return (
    <select {...control} required>
      <option value="">请选择</option>
      {units.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}
