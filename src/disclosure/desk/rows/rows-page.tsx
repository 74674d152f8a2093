import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send, wordsOf } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { theForm } from '../../forms.ts'
import type { RowMapping } from '../../rows/columns.ts'
import type { RowsRun } from '../../rows/view.ts'
import type { ItemView } from '../../view.ts'
import { itemQuery } from '../item/item-query.ts'
import { Columns } from './columns.tsx'
import { Found } from './found.tsx'

interface Sent {
  readonly file: File
  readonly mapping?: RowMapping | undefined
}

interface Kept {
  readonly count: number
  readonly shownCount: number
  readonly fileName: string
  readonly loadedBy: string
}

/** Results in bulk go into a draft: the file, its columns, what is wrong row by row, and all of it or nothing. */
export function RowsPage() {
  const { id = '' } = useParams()
  const found = useQuery(itemQuery(id))
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  const why = whyNot(found.data)
  return (
    <>
      <title>结果明细 - 工作台</title>
      <h1>结果明细</h1>
      <p>
        <Link to={deskPaths.item(id)}>{`返回“${titleOf(found.data)}”`}</Link>
      </p>
      <Now id={id} />
      {why === undefined ? <Upload id={id} /> : <Alert type="info" showIcon role="status" title={why} />}
    </>
  )
}

function titleOf({ draft, published }: ItemView): string {
  return (draft?.content ?? published)?.title || '（未填标题）'
}

/** Why no file is taken now; it is said before somebody looks for one. */
function whyNot({ draft, steps }: ItemView): string | undefined {
  if (draft === null) return '没有可以修改的稿件：先在信息页“修改（新版本）”，再上传结果明细。'
  const { label, rows } = theForm(draft.content.form)
  if (rows !== true) return `“${label}”没有结果明细，请先把信息形式改为行政许可、处罚、强制或者收费。`
  return steps.find(({ step }) => step === 'save')?.refusal?.message
}

/** What the draft holds now. */
function Now({ id }: { id: string }) {
  const kept = useQuery({
    queryKey: ['rows', id],
    queryFn: () => read<Kept>(`/items/${id}/rows?size=1`),
    retry: false,
  })
  if (kept.data === undefined) return null
  const { count, shownCount, fileName, loadedBy } = kept.data
  return (
    <p role="status">{`现有明细 ${count} 行，其中公示 ${shownCount} 行（${fileName === '' ? '接口' : fileName}，${loadedBy}上传）。`}</p>
  )
}

const addressOf = (id: string, { file, mapping }: Sent, check: boolean) => {
  const query = new URLSearchParams({ name: file.name })
  if (mapping !== undefined) query.set('mapping', JSON.stringify(mapping))
  return `/items/${encodeURIComponent(id)}/rows${check ? '/check' : ''}?${query}`
}

function Upload({ id }: { id: string }) {
  const [sent, setSent] = useState<Sent>()
  const check = useMutation({
    mutationFn: (asked: Sent) => send<RowsRun>('POST', addressOf(id, asked, true), asked.file),
  })
  const ask = (asked: Sent) => {
    setSent(asked)
    check.mutate(asked)
  }
  return (
    <>
      <section className="card" aria-label="选择文件">
        <h2>一、选择文件</h2>
        <p>
          Excel（.xlsx）、CSV 或者每行一个 JSON 对象，首行为项目名称，最多 30
          万行。自然人的姓名保存时即只留姓氏。再上传的成为新的一批，替换稿件中的明细。
        </p>
        <input
          type="file"
          aria-label="结果明细文件"
          accept=".xlsx,.csv,.jsonl,.ndjson,.txt"
          onChange={({ target: { files } }) => {
            const file = files?.[0]
            if (file !== undefined) ask({ file })
          }}
        />
        {check.isPending && <p role="status">正在读取……</p>}
        {check.isError && <Alert type="error" showIcon role="alert" title={wordsOf(check.error)} />}
      </section>
      {check.data !== undefined && sent !== undefined && (
        <>
          <Columns run={check.data} change={mapping => ask({ ...sent, mapping })} />
          <Found run={check.data} name={sent.file.name} />
          <Load id={id} run={check.data} sent={sent} waiting={check.isPending} />
        </>
      )}
    </>
  )
}

function Load({ id, run, sent, waiting }: { id: string; run: RowsRun; sent: Sent; waiting: boolean }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const loading = useMutation({
    mutationFn: () => {
      const asked = { file: sent.file, mapping: run.mapping }
      return send<{ readonly rows: number }>('POST', addressOf(id, asked, false), sent.file)
    },
    onSuccess: () => queries.invalidateQueries(),
    onSettled: () => setAsking(false),
  })
  if (loading.isSuccess)
    return (
      <Alert type="success" showIcon role="status" title={`已装入 ${loading.data.rows} 行，稿件已更新。`} />
    )
  const why = run.faultCount > 0 ? `还有 ${run.faultCount} 处问题，改正之后才能装入。` : undefined
  return (
    <section className="card" aria-label="装入稿件">
      <h2>三、装入稿件</h2>
      {loading.isError && <Alert type="error" showIcon role="alert" title={wordsOf(loading.error)} />}
      <p>
        <Button
          type="primary"
          disabled={why !== undefined || waiting || run.count === 0}
          onClick={() => setAsking(true)}
        >
          {`装入 ${run.count} 行`}
        </Button>{' '}
        <span className="why">{why ?? '没有发现问题。'}</span>
      </p>
      <Modal
        title={`装入 ${run.count} 行？`}
        open={asking}
        okText="装入"
        cancelText="再看看"
        confirmLoading={loading.isPending}
        onOk={() => loading.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>装入后成为新的一批，不能改动；稿件已提交的，退回起草。</p>
      </Modal>
    </section>
  )
}
