import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read, send, wordsOf } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { type Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import {
  type ChannelRecord,
  type ChannelTold,
  channelStateLabel,
  channelStateOf,
  type SeriesLine,
} from '../../channels/channel.ts'
import { DocumentFinder } from '../document-finder.tsx'
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
  readonly close: () => void
}

/** The record that the address names, as it stands. */
export function OpenedRecord({ id, ...panel }: Panel & { readonly id: string }) {
  const found = useQuery({
    queryKey: ['channel record', id],
    queryFn: () => read<Opened>(`/channels/${id}`),
  })
  if (found.isError) return <p role="alert">{wordsOf(found.error)}</p>
  if (found.data === undefined) return <SlowSkeleton />
  const { record } = found.data
  return (
    <>
      <RecordForm key={record.version} {...panel} record={record} />
      <Evidence
        opened={found.data}
        mayWrite={panel.agencies.some(([code]) => code === record.agency)}
        again={() => void found.refetch()}
      />
    </>
  )
}

/** What, where, when, with its evidence; what is typed stays until it is saved. */
export function RecordForm({ agencies, series, record, close }: Panel & { readonly record?: ChannelRecord }) {
  const acting = useActing()
  const mayWrite = record === undefined || agencies.some(([code]) => code === record.agency)
  const about = record === undefined ? 'new' : `${record.id} ${record.version}`
  const filling = useTyped(`gongkai ${useSession().id} channel ${about}`, usualOf(record, agencies))
  const save = async () => {
    const done = await acting.run(async () => {
      const { agency, ...told } = toldIn(filling.typed)
      await (record === undefined
        ? send('POST', '/channels', { ...told, agency })
        : send('PUT', `/channels/${record.id}`, { ...told, version: record.version }))
      filling.clear()
      return '已保存。'
    })
    if (done) close()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset className="bare" disabled={!mayWrite}>
        <RecordFields {...{ record, agencies, series, filling, mayWrite, wrong: acting.fields }} />
      </fieldset>
      {!mayWrite && <p className="why">由本机关的公开专员或者业务处室经办人修改。</p>}
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
  )
}

interface Filling {
  readonly record: ChannelRecord | undefined
  readonly agencies: Writing
  readonly series: readonly SeriesLine[]
  readonly filling: ReturnType<typeof useTyped>
  readonly mayWrite: boolean
  readonly wrong: Readonly<Record<string, string>>
}

function RecordFields({ record, agencies, series, filling, mayWrite, wrong }: Filling) {
  const { typed, write, field } = filling
  const own = record === undefined ? agencies : [[record.agency, record.agencyName] as const]
  const names = series.filter(({ agency }) => agency === typed.agency).map(({ name }) => name)
  const text = (name: keyof ChannelTold, label: string, most: number) => (
    <Field label={label} wrong={wrong[name]}>
      <input {...field(name)} maxLength={most} />
    </Field>
  )
  const day = (name: 'plannedOn' | 'heldOn', label: string) => (
    <Field label={label} wrong={wrong[name]}>
      <input {...field(name)} type="date" />
    </Field>
  )
  return (
    <>
      <AgencyField agencies={own} fixed={record !== undefined} control={field('agency')} />
      <ChannelField control={field('channel')} />
      {text('medium', '媒体或者地点', 100)}
      {text('title', '标题', 300)}
      <Field label="系列（可以不选；没有的请先登记系列）" wrong={wrong.series}>
        <select {...field('series')}>
          <option value="">不属于系列</option>
          {[...new Set([...names, ...(record?.series ? [record.series] : [])])].map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {day('plannedOn', '计划日期')}
      {day('heldOn', '刊播、举行日期（计划中的不填）')}
      {text('evidence', '佐证（版面、节目、地点）', 500)}
      {text('link', '链接', 500)}
      <Field label="平台上的同一信息（可以不选；选了只计一次）" wrong={wrong.item}>
        <DocumentFinder
          label="查找平台上的同一信息"
          otherwise="不在本平台的不选。"
          value={typed.item ?? ''}
          disabled={!mayWrite}
          choose={item => write({ item })}
        />
      </Field>
      {record !== undefined && record.heldOn === null && text('dropped', '取消的原因（填写即取消）', 200)}
    </>
  )
}

const names = [
  ...(['channel', 'medium', 'title', 'series', 'plannedOn', 'heldOn'] as const),
  ...(['evidence', 'link', 'item', 'dropped'] as const),
]

function usualOf(record: ChannelRecord | undefined, agencies: Writing): Typed {
  if (record === undefined) return { agency: agencies[0]?.[0] ?? '', channel: 'newspaper' }
  return {
    agency: record.agency,
    ...Object.fromEntries(names.map(name => [name, record[name] ?? ''])),
  }
}

function toldIn(typed: Typed) {
  const text = (name: string) => (typed[name] ?? '').trim()
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  return {
    agency: text('agency'),
    ...{ channel: text('channel'), medium: text('medium'), title: text('title'), series: text('series') },
    ...{ plannedOn: orNull('plannedOn'), heldOn: orNull('heldOn'), evidence: text('evidence') },
    ...{ link: text('link'), item: orNull('item'), dropped: orNull('dropped') },
  }
}

interface Proven {
  readonly opened: Opened
  readonly mayWrite: boolean
  readonly again: () => void
}

function Evidence({ opened: { record, files, history }, mayWrite, again }: Proven) {
  const [words, setWords] = useState('')
  const attach = async (file: File | undefined) => {
    if (file === undefined) return
    setWords(`正在上传“${file.name}”……`)
    const name = new URLSearchParams({ name: file.name })
    const told = await send('POST', `/channels/${record.id}/files?${name}`, file).then(
      () => `已附“${file.name}”。`,
      (cause: unknown) => `没有上传“${file.name}”：${wordsOf(cause)}`,
    )
    setWords(told)
    again()
  }
  return (
    <>
      <h3>佐证文件</h3>
      {files.length === 0 && <p>还没有文件。</p>}
      <ul>
        {files.map(({ id, name }) => (
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
        {history.map(({ version, told, byName, at }) => (
          <li key={version}>
            {`${momentInChinese(at)} ${byName}：${channelStateLabel[channelStateOf(told)]}，${told.title}${told.dropped === null ? '' : `，${told.dropped}`}`}
          </li>
        ))}
      </ol>
    </>
  )
}
