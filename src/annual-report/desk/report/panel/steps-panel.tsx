import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useKeptText } from '../../../../desk/kept-text.ts'
import { articleName } from '../../../../statute/article.ts'
import { lineOfStep } from '../../../steps.ts'
import type { StepOffer } from '../../../view.ts'
import { placeOf } from '../keeping/local-copy.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { PublishingWords } from './publishing-words.tsx'

/** What may be done now; what may not says why, with its article. */
export function StepsPanel({ draft }: { draft: Draft }) {
  const { steps } = draft.view
  const open = steps.filter(({ refusal }) => refusal === undefined)
  const refused = steps.filter(({ refusal }) => refusal !== undefined)
  return (
    <section className="card steps" aria-label="办理">
      <h2>办理</h2>
      {[...open, ...refused].map(offer => (
        <StepButton key={offer.step} draft={draft} offer={offer} />
      ))}
    </section>
  )
}

function StepButton({ draft, offer }: { draft: Draft; offer: StepOffer }) {
  const [asking, ask] = useState(false)
  const { step, label, refusal } = offer
  const needsReason = lineOfStep(step).reason === true
  const go = async (body: Readonly<Record<string, unknown>> = {}) => {
    if (await draft.take(step, body)) ask(false)
  }
  const why = `why-${step}`
  const press = () => (needsReason || step === 'publish' ? ask(!asking) : void go())
  return (
    <>
      <Button
        type={refusal === undefined ? 'primary' : 'default'}
        disabled={refusal !== undefined || draft.saving}
        aria-describedby={refusal === undefined ? undefined : why}
        aria-expanded={needsReason && refusal === undefined ? asking : undefined}
        onClick={press}
      >
        {label}
      </Button>
      {refusal !== undefined && (
        <p
          id={why}
        >{`${refusal.message}${refusal.law === undefined ? '' : `（${articleName(refusal.law)}）`}`}</p>
      )}
      {asking && needsReason && <Reason draft={draft} offer={offer} go={note => go({ note })} />}
      {asking && step === 'publish' && (
        <Modal
          open
          title="确认发布"
          okText="发布"
          cancelText="暂不发布"
          confirmLoading={draft.saving}
          onOk={() => void go()}
          onCancel={() => ask(false)}
        >
          <PublishingWords draft={draft} />
        </Modal>
      )}
    </>
  )
}

function Reason({
  draft,
  offer,
  go,
}: {
  draft: Draft
  offer: StepOffer
  go: (note: string) => Promise<void>
}) {
  const [text, write] = useKeptText(placeOf(draft.copyKey, `reason of ${offer.step}`))
  const send = async () => {
    await go(text.trim())
  }
  return (
    <div className="reason">
      <Input.TextArea
        aria-label={`${offer.label}的原因`}
        placeholder={`请写明${offer.label}的原因`}
        rows={3}
        maxLength={500}
        autoFocus
        value={text}
        onChange={event => write(event.target.value)}
      />
      <Button
        type="primary"
        disabled={text.trim().length < 2}
        loading={draft.saving}
        onClick={() => void send()}
      >
        {`确定${offer.label}`}
      </Button>
    </div>
  )
}
