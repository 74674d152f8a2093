import { useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { LodgeForm } from './lodge-form.tsx'
import { lodgingIn } from './lodging-in.ts'
import '../../../office/desk/office.css'
import '../requests.css'

/** What the office is given when a request is written down; the code is shown this once. */
interface Receipt {
  readonly id: string
  readonly number: string
  readonly trackingCode: string
}

/** The office writes a request down: handed in, by post, by fax, spoken. */
export function LodgePage() {
  const session = useSession()
  const [receipt, setReceipt] = useState<Receipt>()
  const [once] = useState(() => crypto.randomUUID())
  const acting = useActing()
  const offices = session.grants.filter(({ role }) => role === 'officer')
  return (
    <>
      <title>登记申请 - 依申请公开 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.requests()}>依申请公开</Link>
      </p>
      <h1>登记申请</h1>
      {receipt !== undefined && <Given receipt={receipt} />}
      {receipt === undefined && offices.length === 0 && (
        <p className="card">登记申请由公开专员办理，您没有这个角色。</p>
      )}
      {receipt === undefined && offices.length > 0 && (
        <>
          <LodgeForm
            offices={offices}
            today={session.today}
            acting={acting}
            submit={form =>
              void acting.run(async () => {
                setReceipt(await send<Receipt>('POST', '/requests', { ...lodgingIn(form), once }))
                return ''
              })
            }
          />
          <Outcome acting={acting} />
        </>
      )}
    </>
  )
}

function Given({ receipt: { id, number, trackingCode } }: { receipt: Receipt }) {
  return (
    <section className="card" aria-label="已登记">
      <h2>已登记</h2>
      <p>
        {'编号：'}
        <strong>{number}</strong>
      </p>
      <p>
        {'查询码：'}
        <span className="once">{trackingCode}</span>
      </p>
      <p>请把编号和查询码交给申请人，申请人凭查询码在网上查看进度、补正和收取答复。查询码只显示这一次。</p>
      <p className="actions no-print">
        <button type="button" className="plain" onClick={() => print()}>
          打印本页
        </button>
        <Link to={deskPaths.request(id)}>打开这件申请，附上材料、继续办理</Link>
      </p>
    </section>
  )
}
