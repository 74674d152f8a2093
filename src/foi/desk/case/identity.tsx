import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import type { MaskedApplicant } from '../../masking.ts'
import type { Applicant } from '../../request.ts'
import type { CaseView } from '../../view.ts'
import { useIsOfTheAgency } from '../mine.ts'

/** Who asks: masked until it is opened with a reason, which goes into the trail. */
export function Identity({ view }: { view: CaseView }) {
  const [opened, open] = useState<Applicant>()
  const { applicant, request } = view
  const mine = useIsOfTheAgency(request.agency)
  if (applicant === null) return <p>申请人身份信息已按保存期限清除。</p>
  return (
    <section aria-label="申请人">
      <h3>申请人</h3>
      {opened === undefined ? <Masked applicant={applicant} /> : <Open applicant={opened} />}
      {!mine && <p>完整的身份信息只有本机关的经办人员可以查看。</p>}
      {mine && opened === undefined && <OpenForm id={request.id} open={open} />}
      {opened !== undefined && <Button onClick={() => open(undefined)}>重新隐去</Button>}
    </section>
  )
}

function Masked({ applicant }: { applicant: MaskedApplicant }) {
  const { name, document, contact, address, agent } = applicant
  return <Lines {...{ name, document, contact, address }} agent={agent} />
}

function Open({ applicant }: { applicant: Applicant }) {
  const { agent, ...rest } = applicant
  const words = agent === null ? null : `${agent.name}（${agent.document}，${agent.authority}）`
  return <Lines {...rest} agent={words} />
}

function Lines({ name, document, contact, address, agent }: MaskedApplicant) {
  return (
    <dl>
      <dt>姓名或者名称</dt>
      <dd>{name}</dd>
      <dt>证件号码</dt>
      <dd>{document}</dd>
      <dt>联系方式</dt>
      <dd>{contact}</dd>
      {address !== '' && (
        <>
          <dt>地址</dt>
          <dd>{address}</dd>
        </>
      )}
      {agent !== null && (
        <>
          <dt>代理人</dt>
          <dd>{agent}</dd>
        </>
      )}
    </dl>
  )
}

function OpenForm({ id, open }: { id: string; open: (applicant: Applicant) => void }) {
  const acting = useActing()
  return (
    <form
      className="no-print"
      onSubmit={event => {
        event.preventDefault()
        const reason = textIn(new FormData(event.currentTarget), 'reason')
        void acting.run(async () => {
          open(await send<Applicant>('POST', `/requests/${id}/identity`, { reason }))
          return ''
        })
      }}
    >
      <Field label="查看完整信息的理由（记入操作留痕）" wrong={acting.fields.reason}>
        <input name="reason" minLength={4} maxLength={500} required placeholder="如：核对邮寄地址" />
      </Field>
      <Button htmlType="submit" loading={acting.busy}>
        查看完整信息
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
