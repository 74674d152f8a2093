import { Button } from 'antd'
import { useState } from 'react'
import { Refused } from '../../desk/client.ts'
import { Stopped } from '../../desk/list/all.ts'
import type { Told } from '../../desk/list/column.ts'
import { LongWork, useLongWork } from '../../desk/list/long-work.tsx'

interface Verified {
  readonly rows: number
  readonly broken: readonly { readonly id: number; readonly why: string }[]
}

/** Verifies the whole trail, with its progress, and names each row that is not what was written. */
export function VerifyTrail() {
  const work = useLongWork()
  const [found, setFound] = useState<Verified>()
  const verify = () =>
    work.run(async told => {
      setFound(undefined)
      const result = await walk(told)
      setFound(result)
      return result.broken.length === 0
        ? `已校验 ${result.rows} 条，全部与写入时一致，没有缺失。`
        : `已校验 ${result.rows} 条，有 ${result.broken.length} 处不符。`
    })
  return (
    <section className="card no-print" aria-label="校验">
      <h2>校验</h2>
      <p>每条留痕都与前一条相接。校验从头到尾核对一遍，修改、删除或调换过的记录会逐条列出。</p>
      <p className="actions">
        <Button type="primary" disabled={work.busy} onClick={() => void verify()}>
          校验全部留痕
        </Button>
        <LongWork work={work} />
      </p>
      {found !== undefined && found.broken.length > 0 && (
        <ul role="alert" className="late">
          {found.broken.map(({ id, why }) => (
            <li key={`${id} ${why}`}>{`第 ${id} 条：${why}`}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Reads the progress line by line; the last line is the result. */
async function walk({ progress, signal }: Told): Promise<Verified> {
  const answer = await fetch('/api/v1/audit/verify/progress', { method: 'POST', signal }).catch(stopped)
  if (!answer.ok || answer.body === null) throw new Refused(answer.status, '没有校验成功，请稍后重试。')
  let kept = ''
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(stopped)
    if (done) throw new Refused(0, '校验中途断开，请重试。')
    const lines = (kept + value).split('\n')
    kept = lines.pop() ?? ''
    for (const line of lines) {
      const told: Verified | { readonly walked: number } = JSON.parse(line)
      if (!('walked' in told)) return told
      progress(told.walked, told.walked)
    }
  }
}

function stopped(cause: unknown): never {
  throw cause instanceof DOMException && cause.name === 'AbortError' ? new Stopped() : cause
}
