import type { ClipboardEvent } from 'react'
import type { Draft } from '../keeping/use-draft.ts'
import { blockOf, type Chosen, cleared, copied, pasted } from '../sheet/block.ts'
import type { Grid } from '../sheet/grid.ts'

let pastes = 0

/** Copies, cuts and pastes blocks of cells, as a spreadsheet writes them. */
export function useClipboard(
  draft: Draft,
  grid: Grid,
  cursor: (Chosen & { readonly mode: string }) | undefined,
) {
  const copy = (event: ClipboardEvent): boolean => {
    if (cursor === undefined || cursor.mode === 'caret') return false
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied(draft.sheet, grid, cursor))
    return true
  }
  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      if (cursor === undefined || !copy(event)) return
      draft.edit(cleared(draft.sheet, grid, cursor), cursor.first, `cut ${pastes++}`)
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      if (cursor === undefined || (cursor.mode === 'caret' && !/[\t\n]/.test(text))) return
      event.preventDefault()
      const { sheet, filled, outside } = pasted(draft.sheet, grid, cursor, blockOf(text))
      draft.edit(sheet, cursor.first, `pasted ${pastes++}`)
      const lost = `另有 ${outside.length} 格超出表格，没有填入：${outside.slice(0, 5).join('、')}${outside.length > 5 ? '…' : ''}。`
      if (outside.length > 0) draft.say({ kind: 'warning', text: `已填入 ${filled} 格。${lost}` })
      else draft.say({ kind: 'success', text: `已填入 ${filled} 格，可按 Ctrl-Z 撤销。` })
    },
  }
}
