import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { send, wordsOf } from '../../../desk/client.ts'
import type { RegisterView } from '../../old-register/view.ts'
import { formOf, type Sent } from './sent.ts'

interface Confirming {
  readonly view: RegisterView
  readonly sent: Sent
  /** The newest answers have not come. */
  readonly waiting: boolean
  readonly done: (count: number) => void
}

/** What would be imported, and the word that does it; it cannot be undone, and so is asked twice. */
export function Confirm({ view, sent, waiting, done }: Confirming) {
  const queries = useQueryClient()
  const [asking, ask] = useState(false)
  const importing = useMutation({
    mutationFn: () => send<{ readonly count: number }>('POST', '/register/import', formOf(sent)),
    onSuccess: async ({ count }) => {
      await queries.invalidateQueries()
      done(count)
    },
    onSettled: () => ask(false),
  })
  const why = refusalOf(view, waiting)
  return (
    <section className="card" aria-label="导入">
      <h2>三、导入</h2>
      <Years view={view} />
      {importing.isError && <Alert type="error" showIcon role="alert" title={wordsOf(importing.error)} />}
      <p>
        <Button type="primary" disabled={why !== undefined} onClick={() => ask(true)}>
          {`导入 ${view.count} 件`}
        </Button>{' '}
        <span className="why">{why ?? '没有发现问题。'}</span>
      </p>
      <Modal
        title={`导入 ${view.count} 件申请？`}
        open={asking}
        okText="导入"
        cancelText="再看看"
        confirmLoading={importing.isPending}
        onOk={() => importing.mutate()}
        onCancel={() => ask(false)}
      >
        <p>导入后成为正式记录，计入各年统计，不能撤销；个人信息加密保存。</p>
      </Modal>
    </section>
  )
}

function refusalOf({ faultCount, count }: RegisterView, waiting: boolean): string | undefined {
  if (waiting) return '正在按新的选择试读。'
  if (faultCount > 0) return `还有 ${faultCount} 处问题，改正之后才能导入。`
  return count === 0 ? '表中没有可以导入的申请。' : undefined
}

function Years({ view: { years, count } }: { view: RegisterView }) {
  if (count === 0) return <p>还没有读出完整的申请。</p>
  return (
    <>
      <p>{`读出完整的申请 ${count} 件，按收到日期：`}</p>
      <table className="lines years">
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">收到</th>
            <th scope="col">其中尚未办结</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, count: received, open }) => (
            <tr key={year}>
              <th scope="row">{`${year} 年`}</th>
              <td>{`${received} 件`}</td>
              <td>{`${open} 件`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
