import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { calendarOf } from '../../../statute/calendar.ts'
import { inChinese } from '../../../statute/day.ts'
import type { YearNotice } from '../../../statute/notice.ts'
import { deskPaths } from '../../../web/paths.ts'
import { administersAll } from '../../roles.ts'
import './calendars.css'
import { CountWorkdays } from './count-workdays.tsx'
import { LoadNotice } from './load-notice.tsx'
import { Months } from './months.tsx'
import '../office.css'

type Year = YearNotice & { readonly loadedOn: YearNotice['workdays'][number] | null }

/** The working days of each year, by which notice; what counts from a day; loading another notice. */
export function CalendarsPage() {
  const session = useSession()
  const tree = useAgencies()
  const [query] = useSearchParams()
  const found = useQuery({
    queryKey: ['calendars'],
    queryFn: async () => (await read<{ years: readonly Year[] }>('/calendars')).years,
  })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  const thisYear = Number(session.today.slice(0, 4))
  const year = Number(query.get('year') ?? thisYear)
  const years = [...new Set([...found.data.map(each => each.year), thisYear, thisYear + 1])].toSorted()
  const calendar = calendarOf(found.data)
  const notice = found.data.find(each => each.year === year)
  return (
    <>
      <title>工作日历 - 工作台</title>
      <h1>工作日历</h1>
      <nav className="actions" aria-label="年份">
        {years.map(each => (
          <Link key={each} to={deskPaths.calendars(each)} aria-current={each === year ? 'page' : undefined}>
            {calendar.years.has(each) ? `${each} 年` : `${each} 年（尚无通知）`}
          </Link>
        ))}
      </nav>
      <section className="card" aria-label={`${year} 年`}>
        <h2>{`${year} 年`}</h2>
        {notice === undefined ? (
          <p className="late" role="status">
            {`${year} 年的放假安排通知尚未载入，涉及这一年的期限无法计算。国务院办公厅通常在上一年 10 月至 12 月印发，请由系统管理员载入。`}
          </p>
        ) : (
          <>
            <p>{`依据：国务院办公厅关于${year}年部分节假日安排的通知（${notice.notice}）。${notice.loadedOn === null ? '系统自带。' : `${inChinese(notice.loadedOn)}载入。`}`}</p>
            <Months calendar={calendar} year={year} />
          </>
        )}
      </section>
      <CountWorkdays calendar={calendar} />
      {administersAll(session, tree) ? <LoadNotice /> : <p>放假安排通知由最上级机构的系统管理员载入。</p>}
    </>
  )
}
