import { Button } from 'antd'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import { otherChannelLabel } from '../../channels/channel.ts'

/** The agencies for which this person writes records, with their names. */
export type Writing = readonly (readonly [string, string])[]

type Control = Pick<React.ComponentProps<'select'>, 'value' | 'onChange'>

interface Owner {
  readonly agencies: Writing
  /** A record stays where it is. */
  readonly fixed?: boolean
  /** What is chosen where the form keeps it; left out, the browser does. */
  readonly control?: Control
}

/** A choice of agency, where there are several. */
export function AgencyField({ agencies, fixed = false, control = {} }: Owner) {
  return (
    <Field label="机关">
      <select name="agency" {...control} disabled={fixed}>
        {agencies.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A choice of channel. */
export function ChannelField({ control = {} }: { control?: Control }) {
  return (
    <Field label="渠道">
      <select name="channel" {...control}>
        {Object.entries(otherChannelLabel).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Names a series before anything is in it. */
export function SeriesPanel({ agencies, close }: { agencies: Writing; close: () => void }) {
  const acting = useActing()
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const told = {
      ...{ agency: textIn(data, 'agency'), channel: textIn(data, 'channel') },
      ...{ name: textIn(data, 'name'), note: textIn(data, 'note') },
    }
    const done = await acting.run(async () => {
      await send('POST', '/series', told)
      return `已登记系列“${told.name}”，现在可以登记其中的内容。`
    })
    if (done) form.reset()
  }
  return (
    <form onSubmit={event => void save(event)}>
      <AgencyField agencies={agencies} />
      <ChannelField />
      <Field label="系列名称" wrong={acting.fields.name}>
        <input name="name" maxLength={60} required />
      </Field>
      <Field label="说明（可以不填）">
        <input name="note" maxLength={300} />
      </Field>
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存
        </Button>
        <Button onClick={close}>关闭</Button>
      </p>
    </form>
  )
}
