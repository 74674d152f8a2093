import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { read, wordsOf } from '../../desk/client.ts'
import { SlowSkeleton } from '../../desk/list/list.tsx'
import { useSession } from '../../desk/session.ts'
import { dayOf, inChinese } from '../../statute/day.ts'
import { deskPaths } from '../../web/paths.ts'
import { cellLabel } from '../labels.ts'
import type { RollUpView } from '../view.ts'
import { Composition } from './composition.tsx'
import './roll-up.css'
import { HandedIn } from './handed-in.tsx'
import { rollUpKey } from './roll-up-key.ts'
import { StartFromSum } from './start-from-sum.tsx'
import { SumTables } from './sum-tables.tsx'

/** The government's roll-up: who has handed in, the sums against its own report, and what makes a cell up. */
export function RollUpPage() {
  const { agency = '', year: yearText = '' } = useParams()
  const year = Number(yearText)
  const found = useQuery({
    queryKey: rollUpKey(agency, year),
    queryFn: () => read<RollUpView>(`/roll-up/${encodeURIComponent(agency)}/${yearText}`),
  })
  return (
    <>
      <title>汇总 - 工作台</title>
      {found.isError && <NotForYou why={wordsOf(found.error)} />}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <RollUp view={found.data} />}
    </>
  )
}

function NotForYou({ why }: { why: string }) {
  return (
    <section className="card" role="alert">
      <h1>看不到这个汇总</h1>
      <p>{why}</p>
      <p>
        汇总由政府信息公开工作主管部门办理（《政府信息公开条例》第四十九条）。需要查看时，请系统管理员为您增加“主管部门”角色；本机关的报告在“年度报告”中。
      </p>
      <p>
        <Link to={deskPaths.reports()}>查看年度报告</Link>
      </p>
    </section>
  )
}

function RollUp({ view }: { view: RollUpView }) {
  const [query, setQuery] = useSearchParams()
  const cell = query.get('cell')
  const open = (path: string | null) =>
    setQuery(
      before => {
        const next = new URLSearchParams(before)
        if (path === null) next.delete('cell')
        else next.set('cell', path)
        return next
      },
      { preventScrollReset: true },
    )
  const handedIn = view.agencies.filter(({ report }) => report !== null).length
  return (
    <>
      <h1>{`${view.agencyName} ${view.year} 年度报告汇总`}</h1>
      <YearChoice view={view} />
      <p>
        {`所属 ${view.agencies.length} 个机关，已报送并公布 ${handedIn} 个。法定期限 ${inChinese(dayOf(view.due))}（第四十九条）；以首次公布为报送，未公布的不计入合计，更正期间按上一版计。`}
      </p>
      <HandedIn view={view} />
      <section className="card" aria-label="汇总核对">
        <h2>汇总核对</h2>
        <StartFromSum view={view} />
        <Findings view={view} open={open} />
        {cell !== null && <Composition view={view} path={cell} close={() => open(null)} />}
        <SumTables view={view} open={open} />
      </section>
    </>
  )
}

function YearChoice({ view }: { view: RollUpView }) {
  const session = useSession()
  const navigate = useNavigate()
  const last = Number(session.today.slice(0, 4)) - 1
  const years = new Set([...Array.from({ length: 8 }, (_, back) => last - back), view.year])
  return (
    <p className="no-print">
      <label htmlFor="roll-up-year">年度</label>{' '}
      <select
        id="roll-up-year"
        className="field"
        value={view.year}
        onChange={event => navigate(deskPaths.rollUp(view.agency, Number(event.target.value)))}
      >
        {[...years].map(year => (
          <option key={year} value={year}>{`${year} 年`}</option>
        ))}
      </select>
    </p>
  )
}

function Findings({ view, open }: { view: RollUpView; open: (path: string) => void }) {
  if (view.own === null)
    return <p>{`${view.agencyName}还没有自己的 ${view.year} 年度报告，下表只有合计。`}</p>
  if (view.findings.length === 0) return <p className="done">本级报告与所属机关合计逐格相符。</p>
  return (
    <>
      <p className="late">{`本级报告有 ${view.findings.length} 格与所属机关合计不符：`}</p>
      <ul>
        {view.findings.map(({ where, message }) => {
          const path = where[0] ?? ''
          return (
            <li key={path}>
              {message}{' '}
              <button type="button" className="plain" onClick={() => open(path)}>
                {`查看“${cellLabel(path)}”由哪些机关构成`}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
