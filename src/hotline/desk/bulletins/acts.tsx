import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { BulletinStep } from '../../bulletins/course.ts'
import type { BulletinView } from '../../bulletins/view.ts'

/** Which steps ask for words, and what they ask. */
const asks: Partial<Record<BulletinStep, string>> = {
  sendBack: '退回的理由',
  restate: '更正的理由（随新版公布）',
}

/** What may be done now, and the files. */
export function BulletinActs({ view }: { view: BulletinView }) {
  const acting = useActing()
  const [open, setOpen] = useState<BulletinStep>()
  const steps = view.steps.filter(({ step }) => step !== 'save')
  const take = (step: BulletinStep, words: string) =>
    acting.run(async () => {
      await send('POST', `/hotline/bulletins/${view.id}/steps/${step}`, { words })
      setOpen(undefined)
      return '已办理。'
    })
  return (
    <section className="card no-print" id="acts" aria-label="办理">
      <p className="actions">
        {steps.map(({ step, label, refusal }) => (
          <Button
            key={step}
            disabled={refusal !== null}
            title={refusal ?? undefined}
            loading={acting.busy}
            type={refusal === null ? 'primary' : 'default'}
            onClick={() => (asks[step] === undefined ? void take(step, '') : setOpen(step))}
          >
            {label}
          </Button>
        ))}
        <a href={`/api/v1/hotline/bulletins/${view.id}/file/docx`}>Word 文档</a>
        <a href={`/api/v1/hotline/bulletins/${view.id}/file/pdf`}>PDF 文件</a>
      </p>
      {steps.some(({ refusal }) => refusal !== null) && (
        <details>
          <summary>有的事项现在不能办理：为什么</summary>
          <ul>
            {steps.flatMap(({ step, refusal }) => (refusal === null ? [] : [<li key={step}>{refusal}</li>]))}
          </ul>
        </details>
      )}
      {open !== undefined && <Reason key={open} {...{ view, step: open, take }} />}
      <Outcome acting={acting} />
    </section>
  )
}

interface Reasoning {
  readonly view: BulletinView
  readonly step: BulletinStep
  readonly take: (step: BulletinStep, words: string) => Promise<boolean>
}

function Reason({ view, step, take }: Reasoning) {
  const session = useSession()
  const { typed, field, clear } = useTyped(`gongkai ${session.id} bulletin ${view.id} ${step}`)
  return (
    <form
      aria-label={asks[step]}
      onSubmit={event => {
        event.preventDefault()
        void take(step, typed.words ?? '').then(done => done && clear())
      }}
    >
      <Field label={asks[step] ?? ''}>
        <textarea {...field('words')} rows={3} maxLength={2000} required />
      </Field>
      <Button htmlType="submit" type="primary">
        确认
      </Button>
    </form>
  )
}
