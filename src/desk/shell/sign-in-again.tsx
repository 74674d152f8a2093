import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { deskPaths } from '../../web/paths.ts'
import { send, wordsOf } from '../client.ts'
import { type Session, sessionQuery } from '../session.ts'

/** Signed out in the middle: the page stays with all that was typed, and one signs in again above it. */
export function SignInAgain({ session, back }: { session: Session; back: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const entering = useMutation({
    mutationFn: (password: string) => send<Session>('POST', '/session', { name: session.signIn, password }),
    onSuccess: again => {
      queries.setQueryData(sessionQuery.queryKey, again)
      back()
      void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
    },
  })
  const leave = () => {
    queries.clear()
    navigate(deskPaths.signIn())
  }
  const enter = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    entering.mutate(field.current?.value ?? '')
  }
  return (
    <form className="again" aria-label="重新登录" onSubmit={enter}>
      <p role="alert">
        {entering.isError
          ? wordsOf(entering.error)
          : `登录已失效。页面上的内容仍在，请${session.name}重新输入密码后继续。`}
      </p>
      <label>
        密码 <input ref={field} type="password" autoComplete="current-password" required />
      </label>
      <Button type="primary" htmlType="submit" loading={entering.isPending}>
        重新登录
      </Button>
      <a href={deskPaths.signIn()} target="_blank" rel="noreferrer">
        用其他方式登录（新窗口）
      </a>
      <Button onClick={back}>已在新窗口登录，继续</Button>
      <Button onClick={leave}>换人登录</Button>
    </form>
  )
}
