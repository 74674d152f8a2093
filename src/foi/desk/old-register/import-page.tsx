import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { Link } from 'react-router'
import { send, wordsOf } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { RegisterView } from '../../old-register/view.ts'
import { Columns } from './columns.tsx'
import { Confirm } from './confirm.tsx'
import { Faults } from './faults.tsx'
import { Meanings } from './meanings.tsx'
import { formOf, type Sent } from './sent.ts'
import './old-register.css'

/** An old register is imported: the file, its columns, what is wrong row by row, and all of it or nothing. */
export function ImportPage() {
  const session = useSession()
  const own = session.grants.filter(({ role }) => role === 'officer')
  return (
    <>
      <title>导入原登记簿 - 工作台</title>
      <h1>导入原登记簿</h1>
      {own.length === 0 ? (
        <Alert
          type="info"
          showIcon
          title="导入由本机关的公开专员办理"
          description="需要导入时，请公开专员登录，或者请系统管理员为您增加“公开专员”角色。"
        />
      ) : (
        <Import agencies={own} />
      )}
    </>
  )
}

interface Own {
  readonly agency: string
  readonly agencyName: string
}

function Import({ agencies }: { agencies: readonly Own[] }) {
  const [sent, setSent] = useState<Sent>()
  const [done, setDone] = useState<number>()
  const check = useMutation({
    mutationFn: (asked: Sent) => send<RegisterView>('POST', '/register/check', formOf(asked)),
  })
  const ask = (asked: Sent) => {
    setSent(asked)
    check.mutate(asked)
  }
  const [answer, setAnswer] = useState<RegisterView>()
  if (check.data !== undefined && check.data !== answer) setAnswer(check.data)
  // What was chosen stands at once; the answer to it comes later, and another choice may come before.
  const view = answer && { ...answer, mapping: sent?.mapping ?? answer.mapping }
  const begin = (asked: Sent) => {
    setDone(undefined)
    setAnswer(undefined)
    ask(asked)
  }
  if (done !== undefined) return <Done count={done} again={() => setDone(undefined)} />
  return (
    <>
      <Choose agencies={agencies} choose={begin} reading={check.isPending} />
      {check.isError && <Alert type="error" showIcon role="alert" title={wordsOf(check.error)} />}
      {view !== undefined && sent !== undefined && (
        <div aria-busy={check.isPending}>
          <Columns view={view} change={change => ask({ ...sent, mapping: view.mapping, ...change })} />
          <Meanings view={view} change={mapping => ask({ ...sent, sheet: view.sheet, mapping })} />
          <Faults view={view} name={sent.file.name} />
          <Confirm
            view={view}
            sent={{ ...sent, sheet: view.sheet, mapping: view.mapping }}
            waiting={check.isPending || check.isError}
            done={count => {
              setAnswer(undefined)
              check.reset()
              setDone(count)
            }}
          />
        </div>
      )}
    </>
  )
}

interface Choice {
  readonly agencies: readonly Own[]
  readonly choose: (sent: Sent) => void
  readonly reading: boolean
}

function Choose({ agencies, choose, reading }: Choice) {
  const [agency, setAgency] = useState(agencies[0]?.agency ?? '')
  const [file, setFile] = useState<File>()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (file !== undefined) choose({ file, agency })
  }
  return (
    <form className="card" aria-label="选择文件" onSubmit={submit}>
      <h2>一、选择文件</h2>
      <p>
        以前用 Excel
        登记的申请可以整本导入：保留原编号，写明由哪一行导入，并按收到和答复日期计入各年统计。先试读，不保存；没有问题了再导入。
      </p>
      {agencies.length > 1 && (
        <p>
          <label htmlFor="old-agency">登记簿所属机关 </label>
          <select
            id="old-agency"
            className="field"
            value={agency}
            onChange={event => setAgency(event.target.value)}
          >
            {agencies.map(each => (
              <option key={each.agency} value={each.agency}>
                {each.agencyName}
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        <label>
          {'登记簿 '}
          <input
            type="file"
            accept=".xlsx,.xlsm,.xls,.csv"
            onChange={event => setFile(event.target.files?.[0])}
          />
        </label>
      </p>
      <p>可用 Excel（.xlsx）或者 CSV，一行一件，不超过 20 MB、20,000 行。</p>
      <Button type="primary" htmlType="submit" disabled={file === undefined} loading={reading}>
        试读
      </Button>
    </form>
  )
}

function Done({ count, again }: { count: number; again: () => void }) {
  return (
    <section className="card" aria-label="导入完成" role="status">
      <h2>{`已导入 ${count.toLocaleString('zh-CN')} 件申请`}</h2>
      <p>每件的经过中都写明由登记簿的哪一行导入。没有办理结果的，在“待交办”中继续办理。</p>
      <p>
        <Link to={deskPaths.requests({ state: 'received' })}>查看待交办的申请</Link>
        {'　'}
        <Link to={deskPaths.requests()}>查看全部申请</Link>
      </p>
      <Button onClick={again}>再导入一本</Button>
    </section>
  )
}
