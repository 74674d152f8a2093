import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAgencies } from '../../../../desk/agencies.ts'
import { send, wordsOf } from '../../../../desk/client.ts'
import { holdsOne, useSession } from '../../../../desk/session.ts'
import { Field } from '../../../../office/desk/acting.tsx'
import { administers } from '../../../../office/roles.ts'
import { deskPaths } from '../../../../web/paths.ts'
import type { TicketMapping } from '../../../doors/tickets/fields.ts'
import type { TicketsRun } from '../../../doors/tickets/run.ts'
import { Columns } from './columns.tsx'
import { Faults, Units } from './faults.tsx'
import '../../../../office/desk/office.css'

/** The tickets of an older system are taken over: the sheet, what its columns are, what is wrong row by row, and what can be kept. */
export function TicketsPage() {
  const session = useSession()
  return (
    <>
      <title>导入原系统工单 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>导入原系统工单</h1>
      {holdsOne(session, 'administrator') ? (
        <Import />
      ) : (
        <Alert type="info" showIcon title="导入原系统工单由热线机构的系统管理员办理，您没有这个角色。" />
      )}
    </>
  )
}

function Import() {
  const session = useSession()
  const tree = useAgencies()
  const mine = tree.filter(({ code }) => administers(session, code, tree))
  const [file, setFile] = useState<File>()
  const [chosen, setAgency] = useState<string>()
  const agency = chosen ?? mine[0]?.code ?? ''
  const tried = useMutation({
    mutationFn: (mapping?: TicketMapping) => sentTo(`${agency}/tickets/check`, file, mapping),
  })
  const choose = (next: File | undefined) => {
    setFile(next)
    tried.reset()
  }
  return (
    <>
      <form
        className="card"
        aria-label="选择文件"
        onSubmit={event => {
          event.preventDefault()
          tried.mutate(undefined)
        }}
      >
        <h2>一、选择文件</h2>
        <p>Excel（.xlsx）或者 CSV，不超过 100 MB；更大的请在服务器上用命令 gongkai import tickets 导入。</p>
        <Field label="导入到哪个热线">
          <select value={agency} onChange={event => setAgency(event.target.value)}>
            {mine.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="文件">
          <input type="file" accept=".csv,.xlsx" onChange={({ target }) => choose(target.files?.[0])} />
        </Field>
        <Button type="primary" htmlType="submit" disabled={file === undefined} loading={tried.isPending}>
          试读
        </Button>
        {tried.isError && <Alert type="error" showIcon role="alert" title={wordsOf(tried.error)} />}
      </form>
      {tried.data !== undefined && (
        <Tried run={tried.data} again={tried.mutate} waiting={tried.isPending} keep={{ agency, file }} />
      )}
    </>
  )
}

async function sentTo(
  path: string,
  file: File | undefined,
  mapping: TicketMapping | undefined,
): Promise<TicketsRun> {
  const query = new URLSearchParams({ name: file?.name ?? '' })
  if (mapping !== undefined) query.set('mapping', JSON.stringify(mapping))
  return await send<TicketsRun>('POST', `/hotline/${path}?${query}`, file ?? new Blob())
}

interface TriedOf {
  readonly run: TicketsRun
  readonly again: (mapping: TicketMapping) => void
  readonly waiting: boolean
  readonly keep: { readonly agency: string; readonly file: File | undefined }
}

function Tried({ run, again, waiting, keep }: TriedOf) {
  const queries = useQueryClient()
  const importing = useMutation({
    mutationFn: () => sentTo(`${keep.agency}/tickets`, keep.file, run.mapping),
    onSuccess: () => queries.invalidateQueries(),
  })
  const { rows, tickets, open, already, faulty } = run
  return (
    <div aria-busy={waiting}>
      <Columns run={run} change={again} />
      <Units run={run} change={again} />
      <Faults run={run} />
      <section className="card" aria-label="导入">
        <h2>三、导入</h2>
        <p role="status">
          {`共 ${rows} 行；可以导入 ${tickets} 件，其中未办结 ${open} 件；以前已导入 ${already} 件；有错误的 ${faulty} 行不导入。`}
        </p>
        <Popconfirm
          title="导入后成为正式诉求，计入统计，不能撤销；来电人信息加密保存。"
          okText="导入"
          cancelText="再看看"
          onConfirm={() => importing.mutate()}
        >
          <Button type="primary" disabled={tickets === 0 || waiting} loading={importing.isPending}>
            {`导入 ${tickets} 件`}
          </Button>
        </Popconfirm>
        {importing.isError && <Alert type="error" showIcon role="alert" title={wordsOf(importing.error)} />}
        {importing.data !== undefined && (
          <Alert type="success" showIcon title={`已导入 ${importing.data.tickets} 件。`} role="status" />
        )}
      </section>
    </div>
  )
}
