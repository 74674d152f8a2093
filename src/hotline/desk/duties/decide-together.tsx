import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { type Day, inChinese } from '../../../statute/day.ts'
import type { NamedProposal } from '../../duties/proposal.ts'

interface Together {
  readonly proposals: readonly NamedProposal[]
  readonly today: Day
  readonly done: () => void
}

/** Accepts or declines the chosen proposals after it said what will come of them; accepted is only what a unit took. */
export function DecideTogether({ proposals, today, done }: Together) {
  const [asking, ask] = useState<'accept' | 'decline'>()
  const acting = useActing()
  const taken = proposals.filter(({ unit }) => unit !== null)
  const demands = (some: readonly NamedProposal[]) => some.reduce((sum, each) => sum + each.demands.length, 0)
  if (proposals.length === 0) return <Outcome acting={acting} />
  const decide = async (decisions: readonly object[]) => {
    const is = await acting.run(async () => {
      await send('POST', '/hotline/duty-proposals/decisions', { decisions })
      return `已处理 ${decisions.length} 条建议。`
    })
    if (!is) return false
    ask(undefined)
    done()
    return true
  }
  return (
    <div className="step-form">
      <p className="actions">
        <Button
          disabled={taken.length === 0}
          aria-expanded={asking === 'accept'}
          onClick={() => ask('accept')}
        >
          {`采纳所选（${taken.length} 条，${demands(taken)} 件）`}
        </Button>
        <Button aria-expanded={asking === 'decline'} onClick={() => ask('decline')}>
          {`不采纳所选（${proposals.length} 条，${demands(proposals)} 件）`}
        </Button>
      </p>
      {asking === 'accept' && (
        <>
          <p>{`${inChinese(today)}起清单改为：`}</p>
          <ul>
            {taken.map(each => (
              <li key={each.key}>
                {`${each.place}${each.matter} → ${each.unitName}`}
                {each.listedName !== null && `（代替${each.listedName}）`}
              </li>
            ))}
          </ul>
          {taken.length < proposals.length && <p>还没有单位签收的建议不能成批采纳，请逐条处理。</p>}
          <Button type="primary" loading={acting.busy} onClick={() => void decide(acceptedOf(taken, today))}>
            确认采纳
          </Button>
        </>
      )}
      {asking === 'decline' && (
        <Declining
          busy={acting.busy}
          decline={reason => decide(proposals.map(each => ({ ...eventsOf(each), reason })))}
        />
      )}
      <Outcome acting={acting} />
    </div>
  )
}

function Declining({ busy, decline }: { busy: boolean; decline: (reason: string) => Promise<boolean> }) {
  const session = useSession()
  const { typed, field, clear } = useTyped(`gongkai ${session.id} duty proposals declined`)
  const reason = typed.reason ?? ''
  return (
    <>
      <Field label="不采纳的理由（清单不变）">
        <textarea {...field('reason')} rows={2} maxLength={500} />
      </Field>
      <Button
        type="primary"
        loading={busy}
        disabled={reason.trim() === ''}
        onClick={() => void decline(reason).then(is => is && clear())}
      >
        确认不采纳
      </Button>
    </>
  )
}

/** The events on which is decided with a proposal. */
export function eventsOf({ demands }: NamedProposal) {
  return { demands: demands.map(({ demand, number }) => ({ demand, number })) }
}

function acceptedOf(proposals: readonly NamedProposal[], today: Day): object[] {
  return proposals.map(each => ({
    ...eventsOf(each),
    told: { matter: each.matter, place: each.place, unit: each.unit, basis: '', from: today },
    ...(each.duty !== null && { replaces: each.duty }),
  }))
}
