import { useAgencies } from '../../../../desk/agencies.ts'
import { optionsOf } from '../../../../desk/list/column.ts'
import { useSession } from '../../../../desk/session.ts'
import { addDays, dayOf } from '../../../../statute/day.ts'
import { demandChannelLabel, demandTypeLabel } from '../../../demand.ts'
import { type Counted, countedLabel, definitionsOf } from '../../../figures/definitions.ts'
import { figureGroupLabel, spanEnd, spanStart } from '../../../figures/grouping.ts'
import { usualVersion } from '../../../figures/version.ts'
import { useFiguresQuery } from '../asked.ts'
import { Choice, type Option } from './choice.tsx'
import { PlaceChoices } from './place-choices.tsx'

const groups = optionsOf(figureGroupLabel).map(({ value, label }) => ({ value, label: `按${label}` }))
const all = definitionsOf({ ...usualVersion, from: dayOf('2000-01-01') })

/** Which days, whose demands, compared by what, which figures: kept in the address. */
export function Choices() {
  const { query, counts, from, until, change } = useFiguresQuery()
  const units = useAgencies().map(({ code, shortName }) => ({ value: code, label: shortName }))
  const by = (query.get('by') ?? '').split(',')
  const compare = (place: number, value: string) => {
    const next = by.map((each, at) => (at === place ? value : each))
    if (place >= by.length) next.push(value)
    change({ by: [...new Set(next.filter(each => each !== ''))].join(',') })
  }
  const choose = (key: string, label: string, options: readonly Option[]) => (
    <Choice
      label={label}
      value={query.get(key) ?? ''}
      options={[{ value: '', label: '全部' }, ...options]}
      choose={value => change({ [key]: value })}
    />
  )
  return (
    <search className="no-print" aria-label="统计条件">
      <Spans />
      <div className="filters">
        <DayField label="登记日期自" value={from} choose={value => change({ from: value })} />
        <DayField label="至" value={until} choose={value => change({ until: value })} />
        {[0, 1, 2].slice(0, by.filter(each => each !== '').length + 1).map(place => (
          <Choice
            key={place}
            label={place === 0 ? '比较' : '再比较'}
            value={by[place] ?? ''}
            options={[{ value: '', label: '不比较' }, ...groups]}
            choose={value => compare(place, value)}
          />
        ))}
        {choose('unit', '承办单位', units)}
        {choose('type', '诉求类型', optionsOf(demandTypeLabel))}
        {choose('channel', '来源', optionsOf(demandChannelLabel))}
        <PlaceChoices />
        <DayField
          label="截止到某日终了（不填为此刻）"
          value={query.get('cut') ?? ''}
          choose={value => change({ cut: value, asOf: value === '' ? '' : `${value}T23:59:59+08:00` })}
        />
        <Choice
          label="统计对象"
          value={counts}
          options={optionsOf(countedLabel)}
          choose={value => change({ counts: value, figures: '' })}
        />
      </div>
      <FigureChoices />
    </search>
  )
}

/** The spans that are asked most. */
function Spans() {
  const { change } = useFiguresQuery()
  const today = dayOf(useSession().today)
  const spans = (['week', 'month', 'quarter', 'year'] as const).flatMap(group => {
    const begin = spanStart(group, today)
    const before = spanStart(group, addDays(begin, -1))
    const name = figureGroupLabel[group]
    return [
      { label: `本${name}`, from: begin, until: today },
      { label: `上${name}`, from: before, until: spanEnd(group, before) },
    ]
  })
  return (
    <div className="actions spans">
      {spans.map(({ label, from, until }) => (
        <button key={label} type="button" onClick={() => change({ from, until })}>
          {label}
        </button>
      ))}
    </div>
  )
}

function DayField({ label, value, choose }: { label: string; value: string; choose(value: string): void }) {
  return (
    <div>
      <label>
        {label}
        <input type="date" value={value} onChange={({ target }) => choose(target.value)} />
      </label>
    </div>
  )
}

/** Which figures of what is counted stand in the table. */
function FigureChoices() {
  const { counts, chosen, change } = useFiguresQuery()
  return (
    <fieldset className="figures">
      <legend>指标</legend>
      {all
        .filter(each => each.counts === (counts satisfies Counted))
        .map(({ figure, label }) => (
          <label key={figure}>
            <input
              type="checkbox"
              checked={chosen.includes(figure)}
              onChange={({ target }) =>
                change({
                  figures: (target.checked
                    ? [...chosen, figure]
                    : chosen.filter(each => each !== figure)
                  ).join(','),
                })
              }
            />
            {label}
          </label>
        ))}
    </fieldset>
  )
}
