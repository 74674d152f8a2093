import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../../desk/client.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import type { SiteRunView } from '../../importing/view.ts'

/** The word that keeps what nothing hinders; it makes pages public, and so is asked twice. */
export function Start({ run }: { run: SiteRunView }) {
  const [asking, ask] = useState(false)
  const acting = useActing()
  const { id, state, counts } = run
  if (state === 'kept')
    return (
      <section className="card" aria-label="迁入完成">
        <h2>{`已迁入 ${counts.items} 件`}</h2>
        <p>
          检索可以找到，原地址自动转到新的页面。不能迁入的页面改正后，用同一个原网站名称再迁入一次，已迁入的不重复。
        </p>
        <p>
          <Link to={deskPaths.items({ agency: run.agency })}>查看主动公开信息</Link>
        </p>
      </section>
    )
  const why = whyNot(run)
  const words = state === 'failed' ? '接着迁入' : `迁入 ${counts.items} 件`
  return (
    <section className="card" aria-label="迁入">
      <h2>三、迁入</h2>
      <p>
        <Button type="primary" disabled={why !== undefined} loading={acting.busy} onClick={() => ask(true)}>
          {words}
        </Button>{' '}
        <span className="why">
          {why ??
            (counts.faulty > 0 ? `有 ${counts.faulty} 页不能迁入，其余照常迁入。` : '没有不能迁入的页面。')}
        </span>
      </p>
      <Outcome acting={acting} />
      <Modal
        title={`${words}？`}
        open={asking}
        okText="迁入"
        cancelText="再看看"
        onCancel={() => ask(false)}
        onOk={() => {
          ask(false)
          void acting.run(async () => {
            await send('POST', `/site-runs/${id}/start`)
            return '已开始迁入。'
          })
        }}
      >
        <p>迁入的页面立即公开，不再逐件审查：它们在原网站上已经公开。迁入后只能修改或者撤下，不能删除。</p>
      </Modal>
    </section>
  )
}

function whyNot({ state, counts }: SiteRunView): string | undefined {
  if (state === 'untried') return '试读没有完成，请先在上面重新试读。'
  return state === 'tried' && counts.items === 0 ? '没有可以迁入的页面，请修改映射后再试读。' : undefined
}
