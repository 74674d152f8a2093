import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { read, send, wordsOf } from '../../../desk/client.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { demandChannelLabel } from '../../demand.ts'
import { type Client, clientKindLabel, type ToldKind, toldKinds } from '../../doors/client.ts'
import { demandEventLabel } from '../../events.ts'
import type { GivenKey } from './key-given.tsx'

interface Line extends Client {
  readonly agencyName: string
  readonly madeBy: string
  readonly madeAt: string
  readonly revokedBy: string | null
  readonly revokedAt: string | null
  readonly filings: number
}
interface Subscription {
  readonly id: string
  readonly client: string
  readonly host: string
  readonly kinds: readonly string[]
}
interface Doors {
  readonly clients: readonly Line[]
  readonly subscriptions: readonly Subscription[]
}
type Given = (key: GivenKey) => void

/** The clients, each with its subscriptions and what may be done with it. */
export function Clients({ given }: { readonly given: Given }) {
  const found = useQuery({ queryKey: ['hotline-clients'], queryFn: () => read<Doors>('/hotline/clients') })
  if (found.isError) return <Alert type="error" showIcon role="alert" title={wordsOf(found.error)} />
  if (found.data === undefined) return <p role="status">正在读取……</p>
  const { clients, subscriptions } = found.data
  if (clients.length === 0) return <p>还没有接入方。在下面登记一个，把密钥交给对方的技术人员。</p>
  return clients.map(client => (
    <OneClient
      key={client.id}
      client={client}
      subscriptions={subscriptions.filter(each => each.client === client.id)}
      given={given}
    />
  ))
}

interface OfClient {
  readonly client: Line
  readonly subscriptions: readonly Subscription[]
  readonly given: Given
}

function OneClient({ client, subscriptions, given }: OfClient) {
  const { id, name, kind, channel, perMinute, revokedAt, revokedBy } = client
  const revoked = revokedAt !== null
  return (
    <section className="card" aria-label={name}>
      <h2>{name}</h2>
      <p>
        {`${client.agencyName} · ${clientKindLabel[kind]}`}
        {kind !== 'exchange' &&
          ` · 登记为“${demandChannelLabel[channel]}” · 每分钟最多 ${perMinute} 件 · 已登记 ${client.filings} 件`}
      </p>
      <p>
        {'编号 '}
        <code>{id}</code>
        {`，${client.madeBy} ${momentInChinese(client.madeAt)} 登记`}
        {revoked && <strong className="late">{`；${revokedBy} ${momentInChinese(revokedAt)} 停用`}</strong>}
      </p>
      {!revoked && <Keys client={client} given={given} />}
      {!revoked && kind !== 'exchange' && <Subscriptions {...{ client, subscriptions, given }} />}
    </section>
  )
}

function Keys({ client: { id, name }, given }: Pick<OfClient, 'client' | 'given'>) {
  const acting = useActing()
  const renew = () =>
    acting.run(async () => {
      const made = await send<{ id: string; key: string }>('POST', `/hotline/clients/${id}/key`)
      given({ ...made, name, what: '新密钥，原密钥已经失效' })
      return '已更换密钥。'
    })
  const revoke = () =>
    acting.run(async () => {
      await send('POST', `/hotline/clients/${id}/revoke`)
      return '已停用。'
    })
  return (
    <div className="actions">
      <Popconfirm
        title="更换后原密钥立即失效，对方须换用新密钥。"
        okText="更换"
        cancelText="取消"
        onConfirm={renew}
      >
        <Button loading={acting.busy}>更换密钥</Button>
      </Popconfirm>{' '}
      <Popconfirm
        title="停用后不能恢复，它登记的诉求保留。"
        okText="停用"
        cancelText="取消"
        onConfirm={revoke}
      >
        <Button danger loading={acting.busy}>
          停用
        </Button>
      </Popconfirm>
      <Outcome acting={acting} />
    </div>
  )
}

function Subscriptions({ client: { id, name }, subscriptions, given }: OfClient) {
  const acting = useActing()
  const [address, write] = useState('')
  const [kinds, choose] = useState<readonly ToldKind[]>(toldKinds)
  const add = () =>
    acting.run(async () => {
      const path = `/hotline/clients/${id}/subscriptions`
      const made = await send<{ id: string; key: string }>('POST', path, { address, kinds })
      given({ ...made, name, what: '推送签名密钥' })
      write('')
      return '已登记推送地址。'
    })
  const end = (subscription: string) =>
    acting.run(async () => {
      await send('POST', `/hotline/subscriptions/${subscription}/end`)
      return '已停用推送地址。'
    })
  return (
    <details>
      <summary>{`推送地址 ${subscriptions.length} 个`}</summary>
      <ul>
        {subscriptions.map(each => (
          <li key={each.id}>
            {`${each.host}（${each.kinds.map(kind => demandEventLabel[kind as ToldKind]).join('、')}）`}{' '}
            <Button size="small" onClick={() => void end(each.id)}>
              停用
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <Field label="推送地址（https://，须在互联网上）" wrong={acting.fields.address}>
          <input value={address} onChange={event => write(event.target.value)} maxLength={500} required />
        </Field>
        <Told kinds={kinds} choose={choose} />
        <Outcome acting={acting} />
        <Button htmlType="submit" loading={acting.busy} disabled={kinds.length === 0}>
          增加推送地址
        </Button>
      </form>
    </details>
  )
}

interface ToldOf {
  readonly kinds: readonly ToldKind[]
  readonly choose: (kinds: readonly ToldKind[]) => void
}

function Told({ kinds, choose }: ToldOf) {
  return (
    <fieldset>
      <legend>推送哪些情况</legend>
      {toldKinds.map(kind => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={({ target }) =>
              choose(toldKinds.filter(each => (each === kind ? target.checked : kinds.includes(each))))
            }
          />
          {` ${demandEventLabel[kind]} `}
        </label>
      ))}
    </fieldset>
  )
}
