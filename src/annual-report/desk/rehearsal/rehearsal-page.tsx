import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { type Breach, breachLabel } from '../../../foi/figures/breach.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { RehearsalView } from '../../counted/view.ts'
import { cellLabel } from '../../labels.ts'
import { draftPath } from '../report/keeping/draft-query.ts'
import { CellDrawer } from '../report/records/cell-drawer.tsx'
import '../report/report.css'
import { RehearsedTables } from './rehearsed-tables.tsx'

/** The annual report if the year ended today: what would stand in it, what would be wrong, and which requests break a rule. */
export function RehearsalPage() {
  const { agency = '', year = '' } = useParams()
  const found = useQuery({
    queryKey: ['rehearsal', agency, year],
    queryFn: () => read<RehearsalView>(`${draftPath(agency, Number(year))}/rehearsal`),
  })
  return (
    <>
      <title>年报预演 - 工作台</title>
      {found.isError && (
        <section className="card" role="alert">
          <h1>看不到这份预演</h1>
          <p>{wordsOf(found.error)}</p>
          <Link to={deskPaths.reports()}>查看年度报告</Link>
        </section>
      )}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Rehearsal agency={agency} view={found.data} />}
    </>
  )
}

function Rehearsal({ agency, view }: { agency: string; view: RehearsalView }) {
  const [query, setQuery] = useSearchParams()
  const cell = query.get('records')
  const open = (path: string | null) => setQuery(path === null ? {} : { records: path })
  return (
    <>
      <h1>{`${view.agencyName} ${view.year} 年报预演`}</h1>
      <YearChoice agency={agency} year={view.year} />
      <p>
        {`如果本年度在${inChinese(dayOf(view.until))}结束，报告就是下面的样子：第三、四张表按申请记录统计，其余为草稿中已填的内容。`}
        <Link to={deskPaths.report(agency, view.year)}>打开年度报告</Link>
      </p>
      <Breaches view={view} />
      <Findings view={view} open={open} />
      <section className="card" aria-label="第三、四张表">
        <h2>第三、四张表</h2>
        <p>{`本年度收取信息处理费 ${view.feesYuan} 元。点开数字，看它由哪些申请得出。`}</p>
        <RehearsedTables report={view.report} open={open} />
      </section>
      {cell !== null && (
        <CellDrawer cell={{ agency, year: view.year, path: cell }} close={() => open(null)} />
      )}
    </>
  )
}

function YearChoice({ agency, year }: { agency: string; year: number }) {
  const navigate = useNavigate()
  const now = Number(useSession().today.slice(0, 4))
  const years = new Set([now, now - 1, now - 2, now - 3, year])
  return (
    <p className="no-print">
      <label htmlFor="rehearsal-year">年度</label>{' '}
      <select
        id="rehearsal-year"
        className="field"
        value={year}
        onChange={event => navigate(deskPaths.rehearsal(agency, Number(event.target.value)))}
      >
        {[...years].map(each => (
          <option key={each} value={each}>{`${each} 年`}</option>
        ))}
      </select>
    </p>
  )
}

/** The requests that break a rule, by what they break. */
function Breaches({ view }: { view: RehearsalView }) {
  const { breaches } = view
  const groups = useMemo(() => [...Map.groupBy(breaches, ({ kind }) => kind)], [breaches])
  const sheet = () => ({
    name: `${view.agencyName}${view.year}年违反规定的申请`,
    head: ['编号', '情形', '说明', '依据'],
    rows: breaches.map(({ number, kind, words, law }) => [number, breachLabel[kind], words, law]),
  })
  return (
    <section className="card" aria-label="会违反规定的申请">
      <h2>会违反规定的申请</h2>
      {breaches.length === 0 ? (
        <p className="done">没有超期、漏送达、缺文书的申请。</p>
      ) : (
        <>
          {groups.map(([kind, lines]) => (
            <BreachGroup key={kind} label={breachLabel[kind]} lines={lines} />
          ))}
          <SheetExport sheet={sheet} />
        </>
      )}
    </section>
  )
}

function BreachGroup({ label, lines }: { label: string; lines: readonly Breach[] }) {
  return (
    <details open={lines.length <= 20}>
      <summary>
        <strong className="late">{`${label} ${lines.length} 件`}</strong>
      </summary>
      <ul>
        {lines.map(({ id, number, words }) => (
          <li key={id}>
            <Link to={deskPaths.request(id)}>{number}</Link> {words}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Findings({ view, open }: { view: RehearsalView; open: (path: string) => void }) {
  const blank = view.findings.filter(({ rule }) => rule === 'form.blank-cell')
  const others = view.findings.filter(({ rule }) => rule !== 'form.blank-cell')
  return (
    <section className="card" aria-label="核对结果">
      <h2>核对结果</h2>
      {others.length === 0 && <p className="done">表内平衡，文字与表格一致，与上年衔接。</p>}
      <ul className="findings">
        {others.map(({ message, severity, where }) => (
          <li key={message} className={severity === 'error' ? 'error' : undefined}>
            <strong>{severity === 'error' ? '错误' : '提示'}</strong> {message}{' '}
            {where
              .filter(path => /^(applications|remedies)\./.test(path))
              .slice(0, 4)
              .map(path => (
                <button key={path} type="button" className="plain" onClick={() => open(path)}>
                  {cellLabel(path)}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {blank.length > 0 && <p>{`还有 ${blank.length} 格空白，多在第二张表，须由人填写：没有发生的填 0。`}</p>}
    </section>
  )
}
