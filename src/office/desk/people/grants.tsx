import { Button } from 'antd'
import { useState } from 'react'
import type { NamedAgency } from '../../../desk/agencies.ts'
import { Choose } from '../../../desk/choosing/choose.tsx'
import { type Grant, roleLabel, roleMay, roles } from '../../roles.ts'

interface Shown {
  readonly agencies: readonly NamedAgency[]
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
        <OneMore {...{ free, chosen }} choose={setNext} add={addAgency} />
      )}
    </fieldset>
  )
}

interface Adding {
  readonly free: readonly NamedAgency[]
  readonly chosen: string
  readonly choose: (agency: string) => void
  readonly add: () => void
}

function OneMore({ free, chosen, choose, add }: Adding) {
  return (
    <p className="actions">
      <Choose
        control={{
          ...{ name: 'agency', value: chosen, 'aria-label': '机构' },
          onChange: ({ target }) => choose(target.value),
        }}
        choices={free.map(({ code, name, initials }) => ({ value: code, label: name, initials }))}
        write={({ agency = '' }) => choose(agency)}
        required={false}
      />
      <Button onClick={add}>加上这个机构</Button>
    </p>
  )
}
