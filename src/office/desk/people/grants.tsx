import { Button } from 'antd'
import { useState } from 'react'
import { type Agency, type Grant, roleLabel, roleMay, roles } from '../../roles.ts'

interface Shown {
  readonly agencies: readonly Agency[]
  readonly grants: readonly Grant[]
  /** Absent where they may only be read. */
  readonly change: ((grants: readonly Grant[]) => void) | undefined
}

/** A person's roles as a grid: a row for each role, a column for each agency where he holds one. */
export function Grants({ agencies, grants, change }: Shown) {
  const [more, setMore] = useState<readonly string[]>([])
  const [next, setNext] = useState('')
  const codes = [...new Set([...grants.map(({ agency }) => agency), ...more])]
  const name = (code: string) => agencies.find(each => each.code === code)?.name ?? code
  const free = agencies.filter(({ code, standing }) => standing && !codes.includes(code))
  const held = (grant: Grant) =>
    grants.some(({ role, agency }) => role === grant.role && agency === grant.agency)
  const toggle = (grant: Grant) =>
    change?.(
      held(grant)
        ? grants.filter(({ role, agency }) => role !== grant.role || agency !== grant.agency)
        : [...grants, grant],
    )
  const chosen = next === '' ? (free[0]?.code ?? '') : next
  const addAgency = () => {
    setMore([...more, chosen])
    setNext('')
  }
  return (
    <fieldset disabled={change === undefined}>
      <legend>角色</legend>
      {codes.length === 0 && <p>还没有角色。先选择机构，再勾选角色。</p>}
      {codes.length > 0 && (
        <div className="frame">
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">角色</th>
                {codes.map(code => (
                  <th key={code} scope="col">
                    {name(code)}
                  </th>
                ))}
                <th scope="col">可以办理</th>
              </tr>
            </thead>
            <tbody>
              {roles.map(role => (
                <tr key={role}>
                  <th scope="row">{roleLabel[role]}</th>
                  {codes.map(agency => (
                    <td key={agency}>
                      <input
                        type="checkbox"
                        aria-label={`${name(agency)}${roleLabel[role]}`}
                        checked={held({ role, agency })}
                        onChange={() => toggle({ role, agency })}
                      />
                    </td>
                  ))}
                  <td>{roleMay[role].join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {change !== undefined && free.length > 0 && (
        <p className="actions">
          <select aria-label="机构" value={chosen} onChange={event => setNext(event.target.value)}>
            {free.map(each => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
          <Button onClick={addAgency}>加上这个机构</Button>
        </p>
      )}
    </fieldset>
  )
}
