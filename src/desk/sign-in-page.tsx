import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { deskPaths, paths } from '../web/paths.ts'
import { settleSignOut, signedInAgain } from './along/sign-out.ts'
import { read, send, wordsOf } from './client.ts'
import { knownAlong, type Session, sessionQuery } from './session.ts'

interface Doors {
  readonly oidc: { readonly label: string; readonly path: string } | null
  readonly demo: readonly DemoDoor[]
  readonly refusal: string | null
}
interface DemoDoor {
  readonly signIn: string
  readonly password: string
  readonly role: string
  readonly agency: string
}
interface Credentials {
  readonly name: string
  readonly password: string
}

/** Signing in; whoever was sent here comes back to where they were. */
export function SignInPage() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const doors = useQuery({
    queryKey: ['doors'],
    queryFn: async () => {
      await settleSignOut()
      return await read<Doors>(
        `/session/doors?${new URLSearchParams({ refusal: query.get('refusal') ?? '' })}`,
      )
    },
  })
  const entering = useMutation({
    mutationFn: (credentials: Credentials) => send<Session>('POST', '/session', credentials),
    onSuccess: session => {
      signedInAgain()
      knownAlong(session)
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, session)
      navigate(backTo(query.get('back')), { replace: true })
    },
  })
  const refusal = entering.isError ? wordsOf(entering.error) : (doors.data?.refusal ?? null)
  return (
    <main className="sign-in">
      <h1>登录工作台</h1>
      {refusal !== null && <Alert type="error" title={refusal} showIcon role="alert" />}
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={values => entering.mutate(values)}>
        <Form.Item name="name" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          登录
        </Button>
      </Form>
      {doors.data?.oidc && (
        <p>
          <a href={withBack(doors.data.oidc.path, query.get('back'))}>{doors.data.oidc.label}</a>
        </p>
      )}
      <DemoDoors doors={doors.data} enter={entering.mutate} />
      <p>
        <a href={paths.front()}>公开平台首页</a>
      </p>
    </main>
  )
}

function DemoDoors({ doors, enter }: { doors: Doors | undefined; enter: (as: Credentials) => void }) {
  if (doors === undefined || doors.demo.length === 0) return null
  return (
    <section aria-label="演示账户">
      <h2>演示账户</h2>
      <ul>
        {doors.demo.map(({ signIn, password, role, agency }) => (
          <li key={signIn}>
            <Button
              block
              onClick={() => enter({ name: signIn, password })}
            >{`${agency} ${role}（${signIn}）`}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function withBack(path: string, back: string | null): string {
  return back === null ? path : `${path}?${new URLSearchParams({ back })}`
}

function backTo(back: string | null): string {
  return back !== null && /^\/desk(\/|$|\?)/.test(back) ? back : deskPaths.today()
}
