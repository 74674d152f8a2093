import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import {
  type CheckLine,
  countVerdicts,
  type SelfCheckView,
  siteCheckNotice,
  type Verdict,
  verdictLabel,
} from '../../self-check/judge.ts'
import { DutyDoors } from '../duties/ledger-page.tsx'
import { Columns } from './columns.tsx'
import '../duties/duties.css'

/** 网站自查: would we fail the national check today? Every rule against its limit, with the pages behind it. */
export function SelfCheckPage() {
  const [query] = useSearchParams()
  const day = query.get('day')
  const found = useQuery({
    queryKey: ['self-check', day],
    queryFn: () =>
      read<SelfCheckView>(day === null ? '/self-check' : `/self-check?${new URLSearchParams({ day })}`),
  })
  if (found.isError) return <Broken cause={found.error} />
  return (
    <>
      <title>网站自查 - 工作台</title>
      <h1>今天国家检查会不会不合格</h1>
      <p>{`按政府网站检查指标（${siteCheckNotice}）的单项否决逐条自查，每天早上自动检查一次并保存。`}</p>
      <DutyDoors />
      {found.data === undefined ? <SlowSkeleton /> : <Shown view={found.data} />}
    </>
  )
}

function Shown({ view }: { view: SelfCheckView }) {
  const { fails, near } = countVerdicts(view.lines)
  const on = inChinese(view.on)
  const sheet = () => ({
    name: `网站自查_${view.on}`,
    head: ['检查项', '结论', '限值', '实际', '剩余天数', '责任', '具体问题'],
    rows: view.lines.map(({ label, verdict, limit, actual, daysLeft, responsible, findings }) => [
      ...[label, verdictLabel[verdict], limit, actual, daysLeft, responsible],
      findings.map(({ words }) => words).join('；'),
    ]),
  })
  return (
    <>
      <p role="status" className={fails > 0 ? 'late' : near > 0 ? 'near' : 'done'}>
        {`${view.kept ? `${on}保存的结果：` : `${on}：`}${fails > 0 ? `会不合格，${fails} 项超过限值` : '没有超过限值的项目'}${near > 0 ? `，${near} 项临近` : ''}。`}
      </p>
      {view.kept && <Link to={deskPaths.selfCheck()}>看今天的</Link>}
      <p className="actions no-print">
        <Button size="small" onClick={() => print()}>
          打印
        </Button>
        <SheetExport sheet={sheet} />
      </p>
      {view.lines.map(line => (
        <Line key={line.rule} line={line} />
      ))}
      <History view={view} />
      <Columns view={view} />
    </>
  )
}

const tones = {
  fails: 'late',
  near: 'near',
  passes: 'done',
  unknown: undefined,
  person: undefined,
} as const satisfies Record<Verdict, string | undefined>

function Line({ line }: { line: CheckLine }) {
  const { label, verdict, limit, actual, daysLeft, responsible, findings } = line
  return (
    <section className="card" aria-label={label}>
      <h2>
        {label} <span className={`verdict ${tones[verdict] ?? ''}`}>{verdictLabel[verdict]}</span>
      </h2>
      <p>{`${actual}。限值：${limit}。责任：${responsible}。${leftWords(daysLeft)}`}</p>
      {findings.length > 0 && (
        <details open={verdict === 'fails' || verdict === 'person'}>
          <summary>{verdict === 'person' ? '要看什么' : `${findings.length} 处`}</summary>
          <ul className="findings-of">
            {findings.map(({ words, path }) => (
              <li key={`${words} ${path ?? ''}`}>{path === null ? words : <a href={path}>{words}</a>}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function leftWords(daysLeft: number | null): string {
  if (daysLeft === null) return ''
  return daysLeft < 0 ? `已超过 ${-daysLeft} 天。` : `没有新的情况，还有 ${daysLeft} 天超过限值。`
}

function History({ view: { history } }: { view: SelfCheckView }) {
  if (history.length === 0) return null
  return (
    <section className="card" aria-label="历次自查">
      <h2>历次自查</h2>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col" className="number">
              不合格
            </th>
            <th scope="col" className="number">
              临近
            </th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ on, fails, near }) => (
            <tr key={on}>
              <td>
                <Link to={deskPaths.selfCheck({ day: on })}>{inChinese(dayOf(on))}</Link>
              </td>
              <td className="number">{fails}</td>
              <td className="number">{near}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
