import { Button } from 'antd'
import { useAgencies } from '../../../desk/agencies.ts'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { administers } from '../../../office/roles.ts'
import { demandChannelLabel } from '../../demand.ts'
import { clientKindLabel } from '../../doors/client.ts'
import type { GivenKey } from './key-given.tsx'

/** Lets a system in: its hotline, its name, what it is, and how much it may file. */
export function MakeClient({ given }: { readonly given: (key: GivenKey) => void }) {
  const session = useSession()
  const tree = useAgencies()
  const acting = useActing()
  const mine = tree.filter(({ code, standing }) => standing && administers(session, code, tree))
  const usual = { kind: 'open311', channel: 'app', perMinute: '60' }
  const { typed, field, clear } = useTyped(`gongkai ${session.id} hotline client`, usual)
  const submit = () =>
    acting.run(async () => {
      const agency = typed.agency ?? mine[0]?.code
      const made = await send<{ id: string; key: string }>('POST', '/hotline/clients', { ...typed, agency })
      given({ ...made, name: typed.name ?? '', what: '密钥' })
      clear()
      return `已登记“${typed.name}”。`
    })
  const { fields } = acting
  return (
    <section className="card" aria-label="登记接入方">
      <h2>登记接入方</h2>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label="名称" wrong={fields.name}>
          <input {...field('name')} required maxLength={100} autoComplete="off" />
        </Field>
        <Field label="受理热线" wrong={fields.agency}>
          <select {...field('agency')}>
            {mine.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Choice label="种类" labels={clientKindLabel} {...field('kind')} />
        <Choice label="登记为来源" labels={demandChannelLabel} {...field('channel')} />
        <Field label="每分钟最多登记（件）" wrong={fields.perMinute}>
          <input {...field('perMinute')} inputMode="numeric" required />
        </Field>
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          登记并生成密钥
        </Button>
      </form>
    </section>
  )
}

type ChoiceOf = React.SelectHTMLAttributes<HTMLSelectElement> & {
  readonly label: string
  readonly labels: Readonly<Record<string, string>>
}

function Choice({ label, labels, ...control }: ChoiceOf) {
  return (
    <Field label={label}>
      <select {...control}>
        {Object.entries(labels).map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </Field>
  )
}
