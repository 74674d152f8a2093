import { useSearchParams } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { useSession } from '../../../desk/session.ts'
import { type StatisticsView, statisticGroupLabel, statisticGroups } from '../../figures/statistics.ts'

/** Whose, of which days, compared by what: kept in the address. */
export function Choices({ view }: { view: StatisticsView | undefined }) {
  const [query, setQuery] = useSearchParams()
  const session = useSession()
  const agencies = useAgencies()
  const own = new Set(session.grants.map(({ agency }) => agency))
  const seen = agencies.filter(({ code, parent }) => own.has(code) || (parent !== null && own.has(parent)))
  const choose = (key: string, value: string) =>
    setQuery(
      before => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const day = (key: 'from' | 'until', label: string) => (
    <div>
      <label htmlFor={`statistics-${key}`}>{label}</label>
      <input
        id={`statistics-${key}`}
        type="date"
        value={query.get(key) ?? view?.[key] ?? ''}
        onChange={event => choose(key, event.target.value)}
      />
    </div>
  )
  return (
    <search className="filters no-print" aria-label="筛选">
      <div>
        <label htmlFor="statistics-agency">机关</label>
        <select
          id="statistics-agency"
          value={query.get('agency') ?? ''}
          onChange={event => choose('agency', event.target.value)}
        >
          <option value="">全部可见机关</option>
          {seen.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {day('from', '办结之日自')}
      {day('until', '至')}
      <div>
        <label htmlFor="statistics-group">比较</label>
        <select
          id="statistics-group"
          value={query.get('group') ?? 'department'}
          onChange={event => choose('group', event.target.value)}
        >
          {statisticGroups.map(group => (
            <option key={group} value={group}>
              {`按${statisticGroupLabel[group]}`}
            </option>
          ))}
        </select>
      </div>
    </search>
  )
}
