import { Button } from 'antd'
import { useState } from 'react'
import { Choose, useUnits } from '../../../desk/choosing/choose.tsx'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Day } from '../../../statute/day.ts'
import type { DutyLine } from '../../duties/duty.ts'
import { type PastedFault, pastedColumns } from '../../duties/pasted.ts'

type Filling = ReturnType<typeof useTyped>

/** The fields of a line of the list. */
export function DutyFields({
  filling: { field, write },
  wrong,
}: {
  filling: Filling
  wrong: Readonly<Record<string, string>>
}) {
  const units = useUnits()
  return (
    <>
      <Field label="事项（几种说法用、分开）" wrong={wrong.matter}>
        <input {...field('matter')} maxLength={200} required />
      </Field>
      <Field label="地点（全市的不填）" wrong={wrong.place}>
        <input {...field('place')} maxLength={200} />
      </Field>
      <Field label="承办单位" wrong={wrong.unit}>
        <Choose control={field('unit')} choices={units} write={write} />
      </Field>
      <Field label="依据" wrong={wrong.basis}>
        <input {...field('basis')} maxLength={200} />
      </Field>
      <Field label="开始适用" wrong={wrong.from}>
        <input {...field('from')} type="date" required />
      </Field>
    </>
  )
}

/** Adds a line. */
export function AddDuty({ hotline, today }: { hotline: string; today: Day }) {
  const session = useSession()
  const acting = useActing()
  const filling = useTyped(`gongkai ${session.id} new duty`, { from: today })
  const submit = () =>
    acting.run(async () => {
      await send('POST', '/hotline/duties', { ...filling.typed, hotline })
      filling.clear()
      return '已增加。'
    })
  return (
    <form
      className="card no-print"
      aria-label="增加权责"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>增加权责</h2>
      <DutyFields filling={filling} wrong={acting.fields} />
      <Outcome acting={acting} />
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        增加
      </Button>
    </form>
  )
}

/** Changes a line from a day, or ends it; the line as it was stays in the list. */
export function ChangeDuty({ duty, today, done }: { duty: DutyLine; today: Day; done: () => void }) {
  const session = useSession()
  const acting = useActing()
  const { matter, place, unit, basis } = duty
  const usual = { matter, place, unit, basis, from: today }
  const filling = useTyped(`gongkai ${session.id} duty ${duty.id}`, usual)
  const change = async (ends: boolean) => {
    const { from, ...rest } = filling.typed
    const body = { until: from, ...(ends ? {} : { told: { ...rest, from } }) }
    const is = await acting.run(async () => {
      await send('POST', `/hotline/duties/${duty.id}/change`, body)
      return '已保存。'
    })
    if (!is) return
    filling.clear()
    done()
  }
  return (
    <form
      className="card no-print"
      aria-label="变更权责"
      onSubmit={event => {
        event.preventDefault()
        void change(false)
      }}
    >
      <h2>{`变更权责：${duty.matter}`}</h2>
      <p>从“开始适用”之日起按下面填写的办理，原来的一条保留到前一日。</p>
      <DutyFields filling={filling} wrong={acting.fields} />
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存变更
        </Button>
        <Button onClick={() => void change(true)}>自该日起停止适用</Button>
        <Button onClick={done}>收起</Button>
      </p>
    </form>
  )
}

/** Adds lines out of a sheet: copied there, pasted here; what is wrong is said row by row. */
export function PasteDuties({ hotline }: { hotline: string }) {
  const session = useSession()
  const acting = useActing()
  const [faults, setFaults] = useState<readonly PastedFault[]>([])
  const { field, typed, clear } = useTyped(`gongkai ${session.id} pasted duties`)
  const submit = () =>
    acting.run(async () => {
      const body = { hotline, text: typed.text ?? '' }
      const told = await send<{ rows: number; faults: PastedFault[] }>('POST', '/hotline/duties/pasted', body)
      setFaults(told.faults)
      if (told.faults.length > 0) return '有的行不正确，一行也没有增加。请改正后再粘贴。'
      clear()
      return `已增加 ${told.rows} 条。`
    })
  return (
    <form
      className="card no-print"
      aria-label="从表格增加"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>从表格增加</h2>
      <Field label={`在表格中复制后粘贴，各列依次为：${pastedColumns.join('、')}`} wrong={acting.fields.text}>
        <textarea {...field('text')} rows={5} required />
      </Field>
      <Outcome acting={acting} />
      {faults.length > 0 && (
        <ul aria-label="不正确的行">
          {faults.map(({ row, words }) => (
            <li key={row}>{`第 ${row} 行：${words}`}</li>
          ))}
        </ul>
      )}
      <Button htmlType="submit" loading={acting.busy}>
        增加
      </Button>
    </form>
  )
}
