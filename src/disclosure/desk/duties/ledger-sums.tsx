import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { addDays, dayOf } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type LedgerSumView, shareInTime } from '../../duties/view.ts'
import { timelinessLabel } from '../../timeliness.ts'

const groups = { agency: '机关', form: '信息形式', month: '成文月份', year: '成文年度' } as const
type Group = keyof typeof groups
const counted = ['late', 'due', 'publishedLate', 'inTime', 'undated', 'unknown'] as const
const head = [...counted.map(each => timelinessLabel[each]), '按时公开率']

/** The ledger added up, under the filters of the list below it; each figure opens to its items. */
export function LedgerSums() {
  const [query, setQuery] = useSearchParams()
  const asked = new URLSearchParams(query)
  for (const key of ['page', 'size', 'sort']) asked.delete(key)
  const group = groupOf(query.get('group'))
  asked.set('group', group)
  const found = useQuery({
    queryKey: ['timeliness sums', asked.toString()],
    queryFn: () => read<readonly LedgerSumView[]>(`/timeliness/sums?${asked}`),
    placeholderData: keepPreviousData,
  })
  const choose = (next: string) => {
    const changed = new URLSearchParams(query)
    changed.set('group', next)
    setQuery(changed, { preventScrollReset: true })
  }
  return (
    <section className="card" aria-label="按时公开率">
      <h2>按时公开率</h2>
      <label className="check">
        统计方式
        <select value={group} onChange={event => choose(event.target.value)}>
          {Object.entries(groups).map(([value, label]) => (
            <option key={value} value={value}>{`按${label}`}</option>
          ))}
        </select>
      </label>
      {found.isError && <p role="alert">{wordsOf(found.error)}</p>}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Summed lines={found.data} group={group} query={query} />}
    </section>
  )
}

function groupOf(text: string | null): Group {
  return text === 'form' || text === 'month' || text === 'year' ? text : 'agency'
}

interface Shown {
  readonly lines: readonly LedgerSumView[]
  readonly group: Group
  readonly query: URLSearchParams
}

function Summed({ lines, group, query }: Shown) {
  const all = lines.reduce<LedgerSumView>(
    (sum, each) => ({
      ...{ key: '', label: '合计', late: sum.late + each.late, due: sum.due + each.due },
      ...{ publishedLate: sum.publishedLate + each.publishedLate, inTime: sum.inTime + each.inTime },
      ...{ undated: sum.undated + each.undated, unknown: sum.unknown + each.unknown },
    }),
    {
      ...{ key: '', label: '合计', late: 0, due: 0 },
      ...{ publishedLate: 0, inTime: 0, undated: 0, unknown: 0 },
    },
  )
  if (lines.length === 0) return <p>没有可以统计的信息。</p>
  const rows = [...lines, all]
  const sheet = () => ({
    name: `公开时限_按${groups[group]}`,
    head: [groups[group], ...head],
    rows: rows.map(line => [line.label, ...counted.map(each => line[each]), shareWords(line)]),
  })
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard. */}
      <section className="frame" aria-label={`按${groups[group]}统计的表`} tabIndex={0}>
        <table className="lines rows">
          <thead>
            <tr>
              <th scope="col">{groups[group]}</th>
              {head.map(label => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(line => (
              <tr key={line.key}>
                <th scope="row">{line.label}</th>
                {counted.map(each => (
                  <td key={each} className="number">
                    <Figure {...{ line, group, query }} standing={each} />
                  </td>
                ))}
                <td className="number">{shareWords(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="why">
        按时公开率＝按时公开÷（按时公开＋逾期公开＋逾期未公开）。期限内的、没有成文日期的、当年放假安排未载入而无法判断的不计入。
      </p>
      <SheetExport sheet={sheet} />
    </>
  )
}

function shareWords(line: LedgerSumView): string {
  const share = shareInTime(line)
  return share === null ? '—' : `${share.toFixed(1)}%`
}

function Figure({
  line,
  standing,
  group,
  query,
}: Omit<Shown, 'lines'> & { line: LedgerSumView; standing: (typeof counted)[number] }) {
  const count = line[standing]
  if (count === 0) return <>0</>
  const said = Object.fromEntries([...query].filter(([key]) => key !== 'page'))
  const opened = { ...said, standing, ...(line.key === '' ? {} : narrowed(group, line.key)) }
  return (
    <Link to={deskPaths.duties(opened)} aria-label={`${line.label}${timelinessLabel[standing]} ${count} 件`}>
      {count}
    </Link>
  )
}

/** The filter that leaves what a line of the sums counts. */
function narrowed(group: Group, key: string): Readonly<Record<string, string>> {
  if (group === 'agency' || group === 'form') return { [group]: key }
  if (group === 'year') return { from: `${key}-01-01`, until: `${key}-12-31` }
  const [year, month] = key.split('-').map(Number)
  const next =
    month === 12 ? `${(year ?? 0) + 1}-01-01` : `${year}-${String((month ?? 0) + 1).padStart(2, '0')}-01`
  return { from: `${key}-01`, until: addDays(dayOf(next), -1) }
}
