import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { differencesOf, merged, type Side, type Split } from './conflict.ts'
import type { Base } from './draft-state.ts'
import type { Draft } from './use-draft.ts'

/** Two persons changed one report: both states stand side by side, and each cell's is chosen. */
export function ConflictPanel({ draft, theirs }: { draft: Draft; theirs: Base }) {
  const split: Split = useMemo(
    () => ({ base: draft.base.report, mine: draft.sheet.report, theirs: theirs.report }),
    [draft.base.report, draft.sheet.report, theirs.report],
  )
  const differences = useMemo(() => differencesOf(split), [split])
  const [decided, decide] = useState<ReadonlyMap<string, Side>>(new Map())
  const chosen = new Map(differences.map(({ where, likely }) => [where, decided.get(where) ?? likely]))
  const all = (side: Side) => decide(new Map(differences.map(({ where }) => [where, side])))
  return (
    <section className="card conflict" role="alert" aria-label="他人已修改">
      <h2>他人已修改这份报告</h2>
      <p>{`您填写的内容仍在页面上。两份有 ${differences.length} 处不同，请逐处选择，或全部采用一份，合并后再保存。`}</p>
      <p>
        <Button onClick={() => all('mine')}>全部采用我的</Button>{' '}
        <Button onClick={() => all('theirs')}>全部采用已保存的</Button>{' '}
        <Button type="primary" onClick={() => draft.settle(merged(split, chosen))}>
          合并
        </Button>
      </p>
      <div className="frame">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">我填写的</th>
              <th scope="col">他人已保存的</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ where, label, ...words }) => (
              <tr key={where}>
                <th scope="row">{label}</th>
                {(['mine', 'theirs'] as const).map(side => (
                  <td key={side}>
                    <label>
                      <input
                        type="radio"
                        name={where}
                        checked={chosen.get(where) === side}
                        onChange={() => decide(new Map([...decided, [where, side]]))}
                      />
                      {words[side]}
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
