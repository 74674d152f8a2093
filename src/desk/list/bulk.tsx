import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { allThatMatch } from './all.ts'
import type { Asked, BulkAct, ListOf } from './column.ts'
import { LongWork, useLongWork } from './long-work.tsx'
import type { Chosen } from './table.tsx'

interface Choosing<Row> {
  readonly list: ListOf<Row>
  readonly asked: Asked
  readonly total: number
  readonly chosen: Chosen<Row>
  readonly choose: (chosen: Chosen<Row>) => void
  /** After an act: what is shown is fetched anew. */
  readonly done: () => void
}

/** What is chosen, and what may be done with it: first what it will do, then the doing. */
export function Bulk<Row>(choosing: Choosing<Row>) {
  const { list, asked, total, chosen, choose, done } = choosing
  const [act, setAct] = useState<BulkAct<Row>>()
  const gathering = useLongWork()
  const rows = [...chosen.values()]
  const chooseAll = () =>
    gathering.run(async told => {
      const all = await allThatMatch(list, asked, told)
      choose(new Map(all.map(row => [list.rowKey(row), row])))
      return ''
    })
  if (total === 0) return null
  return (
    <div className="bulk no-print">
      <span role="status">{`已选 ${rows.length} ${list.unit}`}</span>
      {rows.length < total && (
        <Button size="small" disabled={gathering.busy} onClick={() => void chooseAll()}>
          {`选择全部 ${total} ${list.unit}`}
        </Button>
      )}
      {rows.length > 0 && (
        <Button size="small" onClick={() => choose(new Map())}>
          取消选择
        </Button>
      )}
      <LongWork work={gathering} />
      {(list.bulk ?? []).map(each => (
        <Act key={each.label} act={each} rows={rows} begin={() => setAct(each)} />
      ))}
      {act !== undefined && (
        <Preview
          act={act}
          rows={rows}
          close={changed => {
            setAct(undefined)
            if (!changed) return
            choose(new Map())
            done()
          }}
        />
      )}
    </div>
  )
}

function Act<Row>({ act, rows, begin }: { act: BulkAct<Row>; rows: readonly Row[]; begin: () => void }) {
  const why = rows.length === 0 ? '先选择要办理的行。' : act.refusal?.(rows)
  return (
    <>
      <Button size="small" type="primary" disabled={why !== undefined} onClick={begin}>
        {act.label}
      </Button>
      {why !== undefined && rows.length > 0 && <span className="why">{why}</span>}
    </>
  )
}

function Preview<Row>({
  act,
  rows,
  close,
}: {
  act: BulkAct<Row>
  rows: readonly Row[]
  close: (changed: boolean) => void
}) {
  const [done, setDone] = useState(false)
  const working = useLongWork('已办理')
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  const run = () =>
    working.run(async told => {
      const words = await act.run(rows, told)
      setDone(true)
      return words
    })
  return (
    <section ref={place} className="preview" tabIndex={-1} aria-label={`预览：${act.label}`}>
      {act.preview(rows)}
      <p>
        {!done && (
          <Button type="primary" disabled={working.busy} onClick={() => void run()}>
            {`确认${act.label}`}
          </Button>
        )}
        <Button onClick={() => close(done)}>{done ? '完成' : '取消'}</Button>
        <LongWork work={working} />
      </p>
    </section>
  )
}
