import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { NamedAgency } from '../../../desk/agencies.ts'
import { send } from '../../../desk/client.ts'
import type { Grant } from '../../roles.ts'
import { Field, Outcome, textIn, useActing } from '../acting.tsx'
import { Grants } from './grants.tsx'
import { IdentityForm } from './identity-form.tsx'
import type { PersonLine } from './person-line.ts'

/** Adds a person; without a password he signs in through the identity service alone. */
export function AddPerson({ agencies }: { agencies: readonly NamedAgency[] }) {
  const acting = useActing()
  const [grants, setGrants] = useState<readonly Grant[]>([])
  const [byPassword, setByPassword] = useState(true)
  const add = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const place = event.currentTarget
    const form = new FormData(place)
    const [name, signIn] = [textIn(form, 'name'), textIn(form, 'signIn')]
    const password = byPassword ? { password: String(form.get('password') ?? '') } : {}
    const done = await acting.run(async () => {
      await send('POST', '/people', { name, signIn, ...password, grants })
      return `已增加${name}（${signIn}）。`
    })
    if (!done) return
    place.reset()
    setGrants([])
  }
  const { fields } = acting
  return (
    <section className="card" aria-label="增加人员">
      <h2>增加人员</h2>
      <form onSubmit={event => void add(event)}>
        <Field label="姓名" wrong={fields.name}>
          <input name="name" required maxLength={100} autoComplete="off" />
        </Field>
        <Field label="登录名（小写字母、数字、点、横线）" wrong={fields.signIn}>
          <input name="signIn" required maxLength={40} autoCapitalize="off" autoComplete="off" />
        </Field>
        <label>
          <input
            type="checkbox"
            checked={!byPassword}
            onChange={event => setByPassword(!event.target.checked)}
          />
          只用统一身份认证登录，不设密码
        </label>
        {byPassword && (
          <Field label="初始密码（至少 10 个字符，不能含有登录名）" wrong={fields.password}>
            <input name="password" type="password" required minLength={10} autoComplete="new-password" />
          </Field>
        )}
        <Grants agencies={agencies} grants={grants} change={setGrants} />
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          增加
        </Button>
      </form>
    </section>
  )
}

interface Changing {
  readonly person: PersonLine
  readonly agencies: readonly NamedAgency[]
  readonly tree: readonly NamedAgency[]
}

/** One person: name and roles, password, account; who may not change him reads why. */
export function ChangePerson({ person, agencies, tree }: Changing) {
  const acting = useActing()
  const [typed, type] = useState<Pick<PersonLine, 'name' | 'grants'>>()
  const { name, grants } = typed ?? person
  const [told, setTold] = useState('')
  const path = `/people/${person.id}`
  const act = (run: () => Promise<unknown>, done: string) =>
    acting.run(async () => {
      await run()
      return done
    })
  const save = async (event: React.FormEvent) => {
    event.preventDefault()
    const same = JSON.stringify(grants) === JSON.stringify(person.grants)
    const done = await act(() => send('PATCH', path, { name, ...(same ? {} : { grants }) }), '已保存。')
    if (done) type(undefined)
  }
  const reset = async () => {
    const { password } = await send<{ password: string }>('POST', `${path}/password`)
    setTold(password)
  }
  const title = `${person.name}（${person.signIn}）${person.disabled ? '，已停用' : ''}`
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {!person.managed && <p>此人在您所辖之外有角色，或由他人管理，您只能查看。</p>}
      <form onSubmit={event => void save(event)}>
        <Field label="姓名" wrong={acting.fields.name}>
          <input
            value={name}
            disabled={!person.managed}
            onChange={event => type({ name: event.target.value, grants })}
          />
        </Field>
        <Grants
          agencies={person.managed ? agencies : tree}
          grants={grants}
          change={person.managed ? next => type({ name, grants: next }) : undefined}
        />
        <Outcome acting={acting} />
        {told !== '' && (
          <p role="status">
            新密码只显示这一次，请当面告知本人：<code className="once">{told}</code>
          </p>
        )}
        {person.managed && (
          <p className="actions">
            <Button type="primary" htmlType="submit" loading={acting.busy}>
              保存
            </Button>
            <Access person={person} act={act} path={path} reset={reset} />
          </p>
        )}
      </form>
      {person.managed && <IdentityForm person={person.id} name={person.name} />}
    </section>
  )
}

interface Acts {
  readonly person: PersonLine
  readonly path: string
  readonly act: (run: () => Promise<unknown>, done: string) => Promise<boolean>
  readonly reset: () => Promise<void>
}

function Access({ person, path, act, reset }: Acts) {
  const disabled = !person.disabled
  const words = disabled ? '停用账户' : '启用账户'
  return (
    <>
      <Popconfirm
        title={`重置${person.name}的密码？`}
        description="原密码立即失效，全部登录结束。"
        okText="重置"
        onConfirm={() => void act(reset, '密码已重置。')}
      >
        <Button>重置密码</Button>
      </Popconfirm>
      <Button onClick={() => void act(() => send('DELETE', `${path}/sessions`), '已结束此人的全部登录。')}>
        {`结束全部登录（${person.sessions}）`}
      </Button>
      <Popconfirm
        title={`${words}：${person.name}？`}
        okText={words}
        onConfirm={() => void act(() => send('PATCH', path, { disabled }), `已${words}。`)}
      >
        <Button danger={disabled}>{words}</Button>
      </Popconfirm>
    </>
  )
}
