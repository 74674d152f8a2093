import { inChinese } from '../../../statute/day.ts'
import { resultLabel, rowOf } from '../../../statute/taxonomy.ts'
import {
  applicantKindLabel,
  channelLabel,
  givingFormLabel,
  receiptEvidence,
  servingWayLabel,
} from '../../request.ts'
import type { CaseView } from '../../view.ts'
import { Identity } from './identity.tsx'

/** What is asked, by whom, how it came in, and in which row of the annual report it stands. */
export function Facts({ view }: { view: CaseView }) {
  const { request, standing } = view
  const { channel, description, givingForm, servingWay, arrivedOn } = request
  const receipt = view.events.find(event => event.kind === 'received')
  return (
    <section className="card" aria-label="申请">
      <h2>申请</h2>
      <dl>
        <dt>申请内容</dt>
        <dd className="asked">{description}</dd>
        {correctedTo(view) !== undefined && (
          <>
            <dt>补正后的内容</dt>
            <dd className="asked">{correctedTo(view)}</dd>
          </>
        )}
        <dt>渠道</dt>
        <dd>{channelLabel[channel]}</dd>
        <dt>来件之日</dt>
        <dd>{inChinese(arrivedOn)}</dd>
        <dt>{`收到之日（《条例》第三十一条：${receiptEvidence[channel].words}）`}</dt>
        <dd>
          {standing.receivedOn === null || receipt === undefined
            ? '尚未确认，期限不起算'
            : `${inChinese(standing.receivedOn)}，依据：${receipt.evidence}`}
        </dd>
        <dt>提供形式、领取方式</dt>
        <dd>{`${givingFormLabel[givingForm]}，${servingWayLabel[servingWay]}`}</dd>
        <dt>申请人类别（年报表三的列）</dt>
        <dd>{applicantKindLabel[request.applicantKind]}</dd>
        <dt>年报表三的行</dt>
        <dd>{rowWords(view)}</dd>
      </dl>
      <Identity view={view} />
    </section>
  )
}

function correctedTo({ events }: CaseView): string | undefined {
  return events.findLast(event => event.kind === 'corrected')?.description
}

function rowWords({ standing }: CaseView): string {
  const { outcome, outcomeOn, receivedOn } = standing
  if (receivedOn === null) return '确认收到后计入本年新收'
  if (outcome === null || outcomeOn === null) return `${receivedOn.slice(0, 4)} 年新收，尚未办结`
  return `${outcomeOn.slice(0, 4)} 年：${resultLabel[rowOf(outcome)]}`
}
