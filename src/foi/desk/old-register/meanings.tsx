import { resultLabel, resultRows } from '../../../statute/taxonomy.ts'
import type { Mapping } from '../../old-register/fields.ts'
import type { RegisterView } from '../../old-register/view.ts'

interface Meaning {
  readonly view: RegisterView
  readonly change: (mapping: Mapping) => void
}

/** The office's own words for outcomes: what was not understood, and what the clerk said of it. */
export function Meanings({ view, change }: Meaning) {
  const { mapping, unknownOutcomes } = view
  const told = Object.keys(mapping.meanings).filter(
    words => !unknownOutcomes.some(unknown => unknown.words === words),
  )
  const all = [...unknownOutcomes, ...told.map(words => ({ words, count: 0 }))]
  if (all.length === 0) return null
  const choose = (words: string, value: string) => {
    const { [words]: _, ...others } = mapping.meanings
    const row = resultRows.find(each => each === value)
    change({ ...mapping, meanings: row === undefined ? others : { ...others, [words]: row } })
  }
  return (
    <section className="card" aria-label="办理结果的含义">
      <h2>办理结果的含义</h2>
      <p>登记簿中的这些写法不能确定计入年度报告的哪一行，请逐一指明；同样的写法一并处理。</p>
      <ul className="meanings">
        {all.map(({ words, count }) => (
          <li key={words}>
            <span>{`“${words}”${count > 0 ? `（${count} 行）` : ''}`}</span>{' '}
            <select
              className="field"
              aria-label={`“${words}”计入`}
              value={mapping.meanings[words] ?? ''}
              onChange={event => choose(words, event.target.value)}
            >
              <option value="">请选择</option>
              {resultRows.map(row => (
                <option key={row} value={row}>
                  {resultLabel[row]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  )
}
