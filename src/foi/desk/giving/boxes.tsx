import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Box } from '../../../platform/hidden/box.ts'

interface Marking {
  readonly pages: number
  /** Where the image of a page is read. */
  readonly source: (page: number) => string
  readonly boxes: readonly Box[]
  readonly change: (boxes: readonly Box[]) => void
}

/** Boxes on a page: drawn with the mouse, or added and moved with the keys; what is covered is black already here. */
export function Boxes({ pages, source, boxes, change }: Marking) {
  const [page, setPage] = useState(1)
  const [drawing, setDrawing] = useState<Box>()
  const place = useRef<HTMLDivElement>(null)
  const start = useRef({ x: 0, y: 0 })
  const at = (event: React.PointerEvent) => {
    const { left, top, width, height } = place.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) }
  }
  const begin = (event: React.PointerEvent) => {
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) return
    start.current = at(event)
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrawing(boxOf(page, start.current, start.current))
  }
  const end = () => {
    if (drawing !== undefined && drawing.width > 0.004 && drawing.height > 0.004) change([...boxes, drawing])
    setDrawing(undefined)
  }
  const here = boxes.map((box, index) => ({ box, index })).filter(({ box }) => box.page === page)
  return (
    <>
      <Pages page={page} pages={pages} go={setPage} covered={boxes.length} />
      <p className="actions">
        <Button onClick={() => change([...boxes, { page, x: 0.1, y: 0.1, width: 0.3, height: 0.04 }])}>
          加一个遮盖框
        </Button>
        <Button disabled={boxes.length === 0} onClick={() => change(boxes.slice(0, -1))}>
          撤销上一个
        </Button>
        <span>
          按住鼠标拖出要遮盖的位置；用键盘时，选中遮盖框后按方向键移动，Shift 加方向键改大小，Delete 删除。
        </span>
      </p>
      <div
        className="marking"
        ref={place}
        onPointerDown={begin}
        onPointerMove={event => drawing !== undefined && setDrawing(boxOf(page, start.current, at(event)))}
        onPointerUp={end}
        onPointerCancel={() => setDrawing(undefined)}
      >
        <img src={source(page)} alt={`第 ${page} 页`} draggable={false} />
        {here.map(({ box, index }) => (
          <Covered
            key={index}
            box={box}
            name={`第 ${page} 页的遮盖框 ${index + 1}`}
            change={next => change(next === undefined ? boxes.toSpliced(index, 1) : boxes.with(index, next))}
          />
        ))}
        {drawing !== undefined && <span className="covered" style={styleOf(drawing)} />}
      </div>
    </>
  )
}

function Pages({
  page,
  pages,
  go,
  covered,
}: {
  page: number
  pages: number
  go: (page: number) => void
  covered: number
}) {
  return (
    <nav className="pages" aria-label="翻页">
      <Button size="small" disabled={page <= 1} onClick={() => go(page - 1)}>
        上一页
      </Button>
      <span role="status">{`第 ${page} / ${pages} 页，共遮盖 ${covered} 处`}</span>
      <Button size="small" disabled={page >= pages} onClick={() => go(page + 1)}>
        下一页
      </Button>
    </nav>
  )
}

const step = 0.005
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** One box: a button, so that the keys reach it. */
function Covered({ box, name, change }: { box: Box; name: string; change: (box: Box | undefined) => void }) {
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      return change(undefined)
    }
    const [dx, dy] = moves[event.key] ?? []
    if (dx === undefined || dy === undefined) return undefined
    event.preventDefault()
    return change(event.shiftKey ? resized(box, dx, dy) : moved(box, dx, dy))
  }
  return (
    <button
      type="button"
      className="covered"
      style={styleOf(box)}
      aria-label={name}
      title={name}
      onKeyDown={press}
    />
  )
}

function moved(box: Box, dx: number, dy: number): Box {
  const x = Math.min(Math.max(box.x + dx, 0), 1 - box.width)
  const y = Math.min(Math.max(box.y + dy, 0), 1 - box.height)
  return { ...box, x, y }
}

function resized(box: Box, dx: number, dy: number): Box {
  const width = Math.min(Math.max(box.width + dx, step), 1 - box.x)
  const height = Math.min(Math.max(box.height + dy, step), 1 - box.y)
  return { ...box, width, height }
}

function boxOf(page: number, a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { page, x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part))
}

function styleOf({ x, y, width, height }: Box): React.CSSProperties {
  const percent = (part: number) => `${part * 100}%`
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) }
}
