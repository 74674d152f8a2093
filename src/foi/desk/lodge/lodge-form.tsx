import { Button } from 'antd'
import { useState } from 'react'
import type { Session } from '../../../desk/session.ts'
import { type Acting, Field } from '../../../office/desk/acting.tsx'
import {
  applicantKindLabel,
  type Channel,
  channelLabel,
  givingFormLabel,
  receiptEvidence,
  servingWayLabel,
} from '../../request.ts'

interface Lodging {
  readonly offices: Session['grants']
  readonly today: string
  readonly acting: Acting
  readonly submit: (form: FormData) => void
}

const evidenceHint = {
  internet: '网上申请的流水号',
  counter: '提交时出具的收件单号',
  registeredPost: '签收单号、签收日期',
  post: '信封邮戳日期；收到之日以与申请人确认为准',
  fax: '传真时间；收到之日以双方确认为准',
  oral: '记录人，已向申请人宣读并经其核对',
} as const satisfies Record<Channel, string>

/** The form in four parts, Art. 29: how it came, who asks, what, and how it is to be given. No purpose is asked. */
export function LodgeForm({ offices, today, acting, submit }: Lodging) {
  return (
    <form
      aria-label="登记申请"
      onSubmit={event => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <Arrival offices={offices} today={today} wrong={acting.fields} />
      <Who wrong={acting.fields} />
      <What wrong={acting.fields} />
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        登记
      </Button>
    </form>
  )
}

type Wrong = Readonly<Record<string, string>>

function Arrival({ offices, today, wrong }: Pick<Lodging, 'offices' | 'today'> & { wrong: Wrong }) {
  const [channel, setChannel] = useState<Channel>('counter')
  const { confirmed, words } = receiptEvidence[channel]
  return (
    <section className="card" aria-label="来件">
      <h2>一、来件</h2>
      <Field label="受理机关" wrong={wrong.agency}>
        <select name="agency">
          {offices.map(({ agency, agencyName }) => (
            <option key={agency} value={agency}>
              {agencyName}
            </option>
          ))}
        </select>
      </Field>
      <Field label="渠道" wrong={wrong.channel}>
        <select name="channel" value={channel} onChange={event => setChannel(channelOf(event.target.value))}>
          {Object.entries(channelLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <p>
        {confirmed
          ? `收到之日为${words}（《条例》第三十一条）：登记后进入“待确认收到”，确认前期限不起算。`
          : `收到之日为${words}（《条例》第三十一条）：登记后即起算期限。`}
      </p>
      <Field label="来件之日" wrong={wrong.arrivedOn}>
        <input type="date" name="arrivedOn" defaultValue={today} max={today} required />
      </Field>
      <Field label="依据（可以不填）" wrong={wrong.evidence}>
        <input name="evidence" maxLength={500} placeholder={evidenceHint[channel]} />
      </Field>
    </section>
  )
}

function channelOf(value: string): Channel {
  const found = Object.keys(channelLabel).find((each): each is Channel => each === value)
  return found ?? 'counter'
}

function Who({ wrong }: { wrong: Wrong }) {
  const [byAgent, setByAgent] = useState(false)
  return (
    <section className="card" aria-label="申请人">
      <h2>二、申请人</h2>
      <Field label="申请人类别（年报表三的列）" wrong={wrong.applicantKind}>
        <select name="applicantKind">
          {Object.entries(applicantKindLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Text name="name" label="姓名或者名称" most={200} wrong={wrong['applicant.name']} />
      <Text
        name="document"
        label="证件名称和号码（组织填统一社会信用代码）"
        most={100}
        wrong={wrong['applicant.document']}
      />
      <Text name="contact" label="联系方式" most={200} wrong={wrong['applicant.contact']} />
      <Text
        name="address"
        label="邮寄地址（可以不填）"
        most={300}
        optional
        wrong={wrong['applicant.address']}
      />
      <p>
        <label>
          <input
            type="checkbox"
            name="byAgent"
            checked={byAgent}
            onChange={event => setByAgent(event.target.checked)}
          />
          {' 由他人代理'}
        </label>
      </p>
      {byAgent && (
        <>
          <Text name="agentName" label="代理人姓名" most={200} />
          <Text name="agentDocument" label="代理人证件号码" most={100} />
          <Text name="authority" label="授权依据" most={300} />
        </>
      )}
    </section>
  )
}

function Text({
  name,
  label,
  most,
  optional = false,
  wrong,
}: {
  name: string
  label: string
  most: number
  optional?: boolean
  wrong?: string | undefined
}) {
  return (
    <Field label={label} wrong={wrong}>
      <input name={name} maxLength={most} required={!optional} autoComplete="off" />
    </Field>
  )
}

function What({ wrong }: { wrong: Wrong }) {
  return (
    <section className="card" aria-label="申请内容">
      <h2>三、申请内容和提供方式</h2>
      <Field label="所需政府信息的名称、文号或者便于查询的其他特征" wrong={wrong.description}>
        <textarea name="description" rows={6} maxLength={5000} required />
      </Field>
      <Field label="提供的形式" wrong={wrong.givingForm}>
        <select name="givingForm">
          {Object.entries(givingFormLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="领取的方式" wrong={wrong.servingWay}>
        <select name="servingWay" defaultValue="counter">
          {Object.entries(servingWayLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
    </section>
  )
}
