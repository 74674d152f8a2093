import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { send } from '../../desk/client.ts'
import { type Agency, lineOf } from '../roles.ts'
import { Field, Outcome, textIn, useActing } from './acting.tsx'

/** What an agency is. */
export const kindLabel = {
  government: '政府',
  department: '部门',
  county: '县区',
  township: '乡镇街道',
} as const satisfies Record<Agency['kind'], string>

/** Adds an agency below one of these. */
export function AddAgency({ parents }: { parents: readonly Agency[] }) {
  const acting = useActing()
  const add = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const place = event.currentTarget
    const form = new FormData(place)
    const agency = Object.fromEntries(
      ['code', 'name', 'shortName', 'kind', 'parent'].map(name => [name, textIn(form, name)]),
    )
    const done = await acting.run(async () => {
      await send('POST', '/agencies', agency)
      return `已增加${agency.name}。`
    })
    if (done) place.reset()
  }
  const { fields } = acting
  return (
    <section className="card" aria-label="增加机构">
      <h2>增加机构</h2>
      <form onSubmit={event => void add(event)}>
        <Field label="全称" wrong={fields.name}>
          <input name="name" required maxLength={100} />
        </Field>
        <Field label="简称" wrong={fields.shortName}>
          <input name="shortName" required maxLength={40} />
        </Field>
        <Field label="代码（小写字母开头，可用数字和连字符；以后不能修改）" wrong={fields.code}>
          <input name="code" required maxLength={63} autoCapitalize="off" />
        </Field>
        <Field label="类别" wrong={fields.kind}>
          <select name="kind" defaultValue="department">
            {Object.entries(kindLabel).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="上级机构" wrong={fields.parent}>
          <Parents parents={parents} />
        </Field>
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          增加
        </Button>
      </form>
    </section>
  )
}

function Parents({ parents, now = '' }: { parents: readonly Agency[]; now?: string }) {
  return (
    <select name="parent" defaultValue={now}>
      {parents.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** One agency: who may not change it reads it. */
export function ChangeAgency({
  agency,
  tree,
  mine,
}: {
  agency: Agency
  tree: readonly Agency[]
  mine: boolean
}) {
  const acting = useActing()
  const [name, setName] = useState(agency.name)
  const [shortName, setShortName] = useState(agency.shortName)
  const places = tree.filter(({ code, standing }) => standing && !lineOf(code, tree).includes(agency.code))
  const change = (wanted: Partial<Agency>, done: string) =>
    acting.run(async () => {
      await send('PATCH', `/agencies/${agency.code}`, wanted)
      return done
    })
  const save = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const parent = textIn(new FormData(event.currentTarget), 'parent')
    const moved = parent === '' || parent === agency.parent ? {} : { parent }
    void change({ name, shortName, ...moved }, '已保存。')
  }
  return (
    <section className="card" aria-label={agency.name}>
      <h2>{agency.standing ? agency.name : `${agency.name}（已撤销）`}</h2>
      {!mine && <p>{`代码 ${agency.code}，${kindLabel[agency.kind]}。修改由其系统管理员办理。`}</p>}
      {mine && (
        <form onSubmit={save}>
          <Field label="全称" wrong={acting.fields.name}>
            <input value={name} required onChange={event => setName(event.target.value)} />
          </Field>
          <Field label="简称" wrong={acting.fields.shortName}>
            <input value={shortName} required onChange={event => setShortName(event.target.value)} />
          </Field>
          {agency.parent !== null && (
            <Field label="上级机构" wrong={acting.fields.parent}>
              <Parents parents={places} now={agency.parent} />
            </Field>
          )}
          <Outcome acting={acting} />
          <p className="actions">
            <Button type="primary" htmlType="submit" loading={acting.busy}>
              保存
            </Button>
            {agency.parent !== null && <Standing agency={agency} change={change} />}
          </p>
        </form>
      )}
    </section>
  )
}

function Standing({
  agency,
  change,
}: {
  agency: Agency
  change: (wanted: Partial<Agency>, done: string) => Promise<boolean>
}) {
  if (!agency.standing) {
    return <Button onClick={() => void change({ standing: true }, '已恢复。')}>恢复机构</Button>
  }
  return (
    <Popconfirm
      title={`撤销${agency.name}？`}
      description="它的报告和历史全部保留，不再承办新的工作。可以恢复。"
      okText="撤销"
      onConfirm={() => void change({ standing: false }, '已撤销，历史保留。')}
    >
      <Button danger>撤销机构</Button>
    </Popconfirm>
  )
}
