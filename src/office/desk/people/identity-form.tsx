import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../acting.tsx'

/** The mark by which the identity service knows a person; without it he cannot sign in there. Blank removes it. */
export function IdentityForm({ person, name }: { person: string; name: string }) {
  const acting = useActing()
  const queries = useQueryClient()
  const path = `/people/${person}/identity`
  const queryKey = ['identity', person]
  const kept = useQuery({ queryKey, queryFn: () => read<{ identity: string | null }>(path) })
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = textIn(new FormData(event.currentTarget), 'identity')
    await acting.run(async () => {
      await send('PUT', path, { identity: typed === '' ? null : typed })
      await queries.invalidateQueries({ queryKey })
      return typed === '' ? '已取消登记，此人不能再用统一身份认证登录。' : '已登记，此人须重新登录。'
    })
  }
  if (kept.data === undefined) return null
  return (
    <form aria-label={`${name}的身份标识`} onSubmit={event => void save(event)}>
      <Field label="统一身份认证中的身份标识（留空为不用）" wrong={acting.fields.identity}>
        <input
          key={kept.data.identity}
          name="identity"
          maxLength={255}
          autoComplete="off"
          defaultValue={kept.data.identity ?? ''}
        />
      </Field>
      <Outcome acting={acting} />
      <Button htmlType="submit" loading={acting.busy}>
        登记身份标识
      </Button>
    </form>
  )
}
