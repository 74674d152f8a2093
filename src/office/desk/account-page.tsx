import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useNavigate } from 'react-router'
import { Broken } from '../../desk/broken.tsx'
import { read, send } from '../../desk/client.ts'
import { useSession } from '../../desk/session.ts'
import { momentInChinese } from '../../statute/moment.ts'
import { deskPaths } from '../../web/paths.ts'
import { Field, Outcome, useActing } from './acting.tsx'
import './office.css'

interface Place {
  readonly id: string
  readonly client: string
  readonly createdAt: string
  readonly seenAt: string
  readonly own: boolean
}

/** One's own roles, password, and the places where one is signed in. */
export function AccountPage() {
  const session = useSession()
  return (
    <>
      <title>我的账户 - 工作台</title>
      <h1>我的账户</h1>
      <section className="card" aria-label="角色">
        <h2>{`${session.name}（${session.signIn}）`}</h2>
        {session.grants.length === 0 && <p>您还没有角色。请联系本机构的系统管理员。</p>}
        <ul>
          {session.grants.map(({ role, agency, roleLabel, agencyName }) => (
            <li key={`${role} ${agency}`}>{`${agencyName}：${roleLabel}`}</li>
          ))}
        </ul>
      </section>
      <Password signIn={session.signIn} />
      <Places />
    </>
  )
}

function Password({ signIn }: { signIn: string }) {
  const acting = useActing()
  const navigate = useNavigate()
  const change = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const done = await acting.run(async () => {
      const [next, again] = [form.get('next'), form.get('again')]
      if (next !== again) throw new Error('两次填写的新密码不同，请核对。')
      await send('POST', '/password', { current: form.get('current'), next })
      return '密码已修改，所有登录都已结束，请用新密码重新登录。'
    })
    if (done) navigate(deskPaths.signIn(deskPaths.account()))
  }
  return (
    <section className="card" aria-label="修改密码">
      <h2>修改密码</h2>
      <p>{`新密码至少 10 个字符，其中至少 5 个不同的字符，不能含有登录名 ${signIn}。修改后所有登录都会结束。`}</p>
      <form onSubmit={event => void change(event)}>
        <input type="hidden" autoComplete="username" value={signIn} readOnly />
        <Field label="原密码">
          <input name="current" type="password" autoComplete="current-password" required />
        </Field>
        <Field label="新密码">
          <input name="next" type="password" autoComplete="new-password" minLength={10} required />
        </Field>
        <Field label="再填一次新密码">
          <input name="again" type="password" autoComplete="new-password" minLength={10} required />
        </Field>
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          修改密码
        </Button>
      </form>
    </section>
  )
}

function Places() {
  const acting = useActing()
  const found = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await read<{ sessions: readonly Place[] }>('/sessions')).sessions,
  })
  if (found.isError) return <Broken cause={found.error} />
  const others = (found.data ?? []).filter(({ own }) => !own)
  const end = (places: readonly Place[]) =>
    acting.run(async () => {
      for (const { id } of places) await send('DELETE', `/sessions/${id}`)
      return `已结束 ${places.length} 处登录。`
    })
  return (
    <section className="card" aria-label="登录的地方">
      <h2>登录的地方</h2>
      {found.isPending && <Skeleton active />}
      <ul>
        {found.data?.map(place => (
          <li key={place.id}>
            {`${browserOf(place.client)}，${momentInChinese(place.createdAt)} 登录，最近使用 ${momentInChinese(place.seenAt)} `}
            {place.own ? (
              <strong>（本次登录）</strong>
            ) : (
              <Button size="small" onClick={() => void end([place])}>
                结束这处登录
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Button onClick={() => void end(others)}>{`结束其余全部 ${others.length} 处登录`}</Button>
      ) : (
        <p>没有其他登录。发现不认识的登录，请结束它并修改密码。</p>
      )}
      <Outcome acting={acting} />
    </section>
  )
}

/** The browser and system that a place says it is, in a few words. */
function browserOf(client: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari)/.exec(client)?.[1]?.replace('Edg', 'Edge') ?? '其他程序'
  const system = /(Windows|Android|iPhone|iPad|Mac OS|Linux)/.exec(client)?.[1]
  return system === undefined ? browser : `${browser}（${system}）`
}
