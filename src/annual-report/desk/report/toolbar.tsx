import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { cellLabel } from '../../labels.ts'
import type { Draft } from './keeping/use-draft.ts'
import { withTotals } from './sheet/totals.ts'
import { focusCell } from './table/use-grid.ts'

/** Saving, taking back, proposing totals, last year beside: by button and by key. */
export function Toolbar({ draft }: { draft: Draft }) {
  const [query, setQuery] = useSearchParams()
  const withPrevious = query.get('previous') !== null
  const { undo, redo } = useLedBack(draft)
  useKeys(draft, undo, redo)
  const fill = () => {
    const sheet = withTotals(draft.sheet)
    const filled = sheet.proposed.length - draft.sheet.proposed.length
    if (filled > 0)
      draft.edit(sheet, sheet.proposed.at(-1) ?? 'report', `totals ${filled} ${draft.history.past.length}`)
    draft.say(
      filled > 0
        ? { kind: 'success', text: `已填入 ${filled} 格合计，带虚线框，请核对；可撤销。` }
        : { kind: 'warning', text: '没有可填的合计：合计已填，或者加数还有空白。' },
    )
  }
  const toggle = () =>
    setQuery(
      now => {
        if (withPrevious) now.delete('previous')
        else now.set('previous', '1')
        return now
      },
      { replace: true },
    )
  return (
    <div className="toolbar" role="toolbar" aria-label="编制工具">
      {draft.readOnly === undefined && (
        <>
          <Button type="primary" loading={draft.saving} onClick={() => void draft.save()}>
            保存
          </Button>
          <Button disabled={draft.history.past.length === 0} onClick={undo}>
            撤销
          </Button>
          <Button disabled={draft.history.future.length === 0} onClick={redo}>
            重做
          </Button>
          <Button onClick={fill}>填入合计</Button>
          {draft.sheet.proposed.length > 0 && <Button onClick={draft.accept}>采纳填入的合计</Button>}
        </>
      )}
      <Button disabled={draft.view.previous === null} aria-pressed={withPrevious} onClick={toggle}>
        {draft.view.previous === null ? '没有上年报告可对照' : '与上年对照'}
      </Button>
      <Button onClick={() => print()}>打印</Button>
      {draft.readOnly === undefined && <span>{draft.unsaved ? '有未保存的改动' : '已全部保存'}</span>}
    </div>
  )
}

/** Takes back and does again, and leads to what changed. */
function useLedBack({ history, undo, redo, say }: Draft) {
  const lead = (where: string | undefined, done: string) => {
    if (where === undefined) return
    if (where !== 'report') focusCell(where)
    say({ kind: 'success', text: `${done}：${where === 'report' ? '整份报告' : cellLabel(where)}。` })
  }
  return {
    undo: () => {
      undo()
      lead(history.past.at(-1)?.where, '已撤销')
    },
    redo: () => {
      redo()
      lead(history.future.at(-1)?.where, '已重做')
    },
  }
}

/** Ctrl-S saves; Ctrl-Z and Ctrl-Y take back and do again, but in a field of another form they are its own. */
function useKeys(draft: Draft, undo: () => void, redo: () => void): void {
  const act = useRef({ draft, undo, redo })
  useEffect(() => {
    act.current = { draft, undo, redo }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const now = act.current
      const key = event.key.toLowerCase()
      if (now.draft.readOnly !== undefined || !['s', 'z', 'y'].includes(key)) return
      const isElsewhere = event.target instanceof HTMLElement && event.target.closest('.paper') === null
      if (key !== 's' && isElsewhere && event.target !== document.body) return
      event.preventDefault()
      if (key === 's') void now.draft.save()
      else if (key === 'y' || event.shiftKey) now.redo()
      else now.undo()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
