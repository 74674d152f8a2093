import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useUnits } from '../../../desk/choosing/choose.tsx'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { Offers } from '../../../desk/steps/offers.tsx'
import { useStep } from '../../../desk/steps/step.ts'
import { StepFrame } from '../../../desk/steps/step-frame.tsx'
import { type Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { ProjectStep } from '../../projects/steps.ts'
import type { ProjectView } from '../../projects/view.ts'
import { measuresTyped, PlanFields } from './plan-fields.tsx'
import { ScopeFields, scopeTyped, typedScope } from './scope-fields.tsx'
import { type ProjectField, projectStepAbout, projectStepFields } from './step-spec.ts'

/** What may be done now with the project; what this person could do at another time says why not now. */
export function ProjectActs({ view }: { view: ProjectView }) {
  return (
    <Offers
      steps={view.steps}
      why={({ refusal, law }) => `${refusal}（${law}）`}
      form={({ step, label }, done) =>
        step === 'attach' ? (
          <AttachForm {...{ view, label, done }} />
        ) : (
          <ProjectStepForm {...{ view, step, label, done }} />
        )
      }
    />
  )
}

interface StepFilling {
  readonly view: ProjectView
  readonly step: Exclude<ProjectStep, 'attach'>
  readonly label: string
  readonly done: () => void
}

function ProjectStepForm({ view, step, label, done }: StepFilling) {
  const session = useSession()
  const queries = useQueryClient()
  const usual = step === 'changeScope' ? typedScope(view.standing.scope) : {}
  const filling = useTyped(`gongkai ${session.id} project ${view.id} ${step}`, usual)
  const taking = useStep<ProjectView>({
    ...{ path: `/projects/${view.id}/steps/${step}`, version: view.standing.version },
    queryKey: ['project', view.id],
    show: () => {
      void queries.invalidateQueries({ queryKey: ['project', view.id] })
      void queries.invalidateQueries({ queryKey: ['list', 'projects'] })
    },
  })
  const go = async () => {
    if (!(await taking.take(bodyOf(step, filling.typed)))) return
    filling.clear()
    done()
  }
  return (
    <StepFrame label={label} about={projectStepAbout[step]} {...{ taking, go, done }}>
      {projectStepFields[step].map(of => (
        <Part key={of.name} {...{ of, filling, view }} wrong={taking.fields[of.name]} />
      ))}
    </StepFrame>
  )
}

/** What is sent for a step. */
function bodyOf(step: ProjectStep, typed: Typed): Record<string, unknown> {
  if (step === 'plan') return { cause: typed.cause ?? '', measures: measuresTyped(typed) }
  if (step === 'changeScope') return { scope: scopeTyped(typed), reason: typed.reason ?? '' }
  if (step === 'correct') return { ...typed, belongs: typed.belongs === 'yes' }
  if (step === 'progress') {
    const measure = typed.measure ?? ''
    const about = { measure: measure === '' ? null : Number(measure), done: typed.done === 'yes' }
    return { words: typed.words ?? '', ...about }
  }
  return typed
}

interface PartOf {
  readonly of: ProjectField
  readonly filling: ReturnType<typeof useTyped>
  readonly view: ProjectView
  readonly wrong: string | undefined
}

function Part({ of, filling, view, wrong }: PartOf) {
  const units = useUnits()
  if (of.kind === 'plan') return <PlanFields {...{ filling, view }} />
  if (of.kind === 'scope') return <ScopeFields {...{ filling, units }} />
  return (
    <Field label={`${of.label}${of.optional === true ? '（可以不填）' : ''}`} wrong={wrong}>
      <Control {...{ of, filling, view }} />
    </Field>
  )
}

function Control({ of: { kind, name, optional, options }, filling, view }: Omit<PartOf, 'wrong'>) {
  const control = filling.field(name)
  const required = optional !== true
  if (kind === 'words') return <textarea {...control} rows={4} maxLength={4000} required={required} />
  if (kind === 'text') return <input {...control} maxLength={100} required={required} />
  if (kind === 'day') return <input {...control} type="date" required={required} />
  const choices =
    kind === 'measure'
      ? [
          ['', '不针对某一项'],
          ...view.standing.measures.map(({ words }, at) => [`${at + 1}`, `第 ${at + 1} 项：${words}`]),
        ]
      : Object.entries(options ?? {})
  return (
    <select {...control}>
      {choices.map(([value = '', label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function AttachForm({ view, label, done }: Omit<StepFilling, 'step'>) {
  const acting = useActing()
  return (
    <form
      className="step-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        void acting
          .run(async () => {
            await send('POST', `/projects/${view.id}/files`, form)
            return ''
          })
          .then(was => was && done())
      }}
    >
      <Field label="材料（照片、文件，不超过 50 MB）">
        <input type="file" name="file" required />
      </Field>
      <Field label="说明（可以不填）">
        <input name="words" maxLength={500} />
      </Field>
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          {`确认${label}`}
        </Button>
        <Button onClick={done}>收起</Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}
