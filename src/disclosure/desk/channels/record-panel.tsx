import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read, send, wordsOf } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import {
  type ChannelRecord,
  type ChannelTold,
  channelStateLabel,
  channelStateOf,
  type SeriesLine,
} from '../../channels/channel.ts'
import { AgencyField, ChannelField, type Writing } from './series-panel.tsx'

interface Opened {
  readonly record: ChannelRecord
  readonly files: readonly { readonly id: string; readonly name: string }[]
  readonly history: readonly {
    readonly version: number
    readonly told: ChannelTold
    readonly byName: string
    readonly at: string
  }[]
}

interface Panel {
  readonly agencies: Writing
  readonly series: readonly SeriesLine[]
  readonly record?: ChannelRecord
  readonly close: () => void
}

/** One record: what, where, when, with its evidence and what became of it. */
export function RecordPanel({ agencies, series, record, close }: Panel) {
  const acting = useActing()
  const mayWrite = record === undefined || agencies.some(([code]) => code === record.agency)
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const done = await acting.run(async () => {
      const told = toldIn(data)
      await (record === undefined
        ? send('POST', '/channels', { ...told, agency: textIn(data, 'agency') })
        : send('PUT', `/channels/${record.id}`, { ...told, version: record.version }))
      return '已保存。'
    })
    if (done) close()
  }
  return (
    <>
      <form onSubmit={event => void save(event)}>
        <AgencyField
          agencies={record === undefined ? agencies : [[record.agency, record.agencyName]]}
          chosen={record?.agency}
        />
        <ChannelField chosen={record?.channel} />
        <RecordFields record={record} series={series} fields={acting.fields} />
        <Outcome acting={acting} />
        {mayWrite && (
          <p className="actions">
            <Button type="primary" htmlType="submit" loading={acting.busy}>
              保存
            </Button>
            <Button onClick={close}>关闭</Button>
          </p>
        )}
      </form>
      {record !== undefined && <Evidence record={record} mayWrite={mayWrite} />}
    </>
  )
}

function RecordFields({
  record,
  series,
  fields,
}: {
  record: ChannelRecord | undefined
  series: readonly SeriesLine[]
  fields: Readonly<Record<string, string>>
}) {
  const text = (name: keyof ChannelTold, label: string, most: number) => (
    <Field label={label} wrong={fields[name]}>
      <input name={name} maxLength={most} defaultValue={record?.[name] ?? ''} />
    </Field>
  )
  const day = (name: 'plannedOn' | 'heldOn', label: string) => (
    <Field label={label} wrong={fields[name]}>
      <input name={name} type="date" defaultValue={record?.[name] ?? ''} />
    </Field>
  )
  return (
    <>
      {text('medium', '媒体或者地点', 100)}
      {text('title', '标题', 300)}
      <Field label="系列（可以不选；没有的请先登记系列）">
        <select name="series" defaultValue={record?.series ?? ''}>
          <option value="">不属于系列</option>
          {[...new Set([...series.map(({ name }) => name), ...(record?.series ? [record.series] : [])])].map(
            name => (
              <option key={name} value={name}>
                {name}
              </option>
            ),
          )}
        </select>
      </Field>
      {day('plannedOn', '计划日期')}
      {day('heldOn', '刊播、举行日期（计划中的不填）')}
      {text('evidence', '佐证（版面、节目、地点）', 500)}
      {text('link', '链接', 500)}
      {text('item', '平台上的同一信息（编号，可以不填；填了只计一次）', 200)}
      {record !== undefined && record.heldOn === null && text('dropped', '取消的原因（填写即取消）', 200)}
    </>
  )
}

function toldIn(data: FormData) {
  const text = (name: string) => textIn(data, name)
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  return {
    ...{ channel: text('channel'), medium: text('medium'), title: text('title'), series: text('series') },
    ...{ plannedOn: orNull('plannedOn'), heldOn: orNull('heldOn'), evidence: text('evidence') },
    ...{ link: text('link'), item: orNull('item'), dropped: orNull('dropped') },
  }
}

function Evidence({ record, mayWrite }: { record: ChannelRecord; mayWrite: boolean }) {
  const found = useQuery({
    queryKey: ['channel record', record.id],
    queryFn: () => read<Opened>(`/channels/${record.id}`),
  })
  const [words, setWords] = useState('')
  const attach = async (file: File | undefined) => {
    if (file === undefined) return
    const path = `/api/v1/channels/${record.id}/files?${new URLSearchParams({ name: file.name })}`
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await fetch(path, { method: 'POST', body: file, headers })
    const told: { detail?: string } = await answer.json()
    setWords(answer.ok ? `已附“${file.name}”。` : (told.detail ?? '没有上传，请稍后重试。'))
    await found.refetch()
  }
  if (found.isError) return <p role="alert">{wordsOf(found.error)}</p>
  return (
    <>
      <h3>佐证文件</h3>
      {found.data?.files.length === 0 && <p>还没有文件。</p>}
      <ul>
        {found.data?.files.map(({ id, name }) => (
          <li key={id}>
            <a href={`/api/v1/channels/${record.id}/files/${id}`} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Field label="上传佐证（图片、PDF、Word、Excel）">
          <input type="file" onChange={event => void attach(event.target.files?.[0])} />
        </Field>
      )}
      <p role="status">{words}</p>
      <h3>修改经过</h3>
      <ol>
        {found.data?.history.map(({ version, told, byName, at }) => (
          <li key={version}>
            {`${at.slice(0, 10)} ${byName}：${channelStateLabel[channelStateOf(told)]}，${told.title}${told.dropped === null ? '' : `，${told.dropped}`}`}
          </li>
        ))}
      </ol>
    </>
  )
}
