import { Button } from 'antd'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import { otherChannelLabel } from '../../channels/channel.ts'

/** The agencies for which this person writes records, with their names. */
export type Writing = readonly (readonly [string, string])[]

/** A choice of agency, where there are several. */
export function AgencyField({ agencies, chosen }: { agencies: Writing; chosen?: string | undefined }) {
  return (
    <Field label="机关">
      <select name="agency" defaultValue={chosen} disabled={chosen !== undefined}>
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
export function ChannelField({ chosen }: { chosen?: string | undefined }) {
  return (
    <Field label="渠道">
      <select name="channel" defaultValue={chosen}>
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
