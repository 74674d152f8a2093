import type { AnnualReport } from '../form.ts'
import type { TableModel } from '../printed/cell-model.ts'
import { type Beside, documentOf, titleOf } from '../printed/document.ts'

/** The report in Markdown: merged cells are written once, and the cells that they cover stand empty. */
export function markdownOf(report: AnnualReport, beside: Beside): string {
  const parts = documentOf(report, beside).map(part => {
    if (part.kind === 'heading') return `## ${part.text}`
    if (part.kind !== 'table') return escaped(part.text)
    return tableText(part.table)
  })
  return `${[`# ${titleOf(report)}`, ...parts].join('\n\n')}\n`
}

function tableText(table: TableModel): string {
  const grid = gridOf(table)
  const [first = [], ...rest] = grid
  const line = (cells: readonly string[]) => `| ${cells.map(cell => escaped(cell)).join(' | ')} |`
  return [line(first), `|${' --- |'.repeat(first.length)}`, ...rest.map(line)].join('\n')
}

/** The table as a full grid: a merged cell stands once, and the places that it covers are empty. */
function gridOf(table: TableModel): string[][] {
  const grid: string[][] = table.rows.map(() => [])
  table.rows.forEach((row, at) => {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column++
      for (let down = 0; down < cell.rowspan; down++) {
        const line = grid[at + down]
        for (let right = 0; right < cell.colspan && line !== undefined; right++)
          line[column + right] = down + right === 0 ? cell.text : ''
      }
    }
  })
  return grid
}

function escaped(text: string): string {
  return text.replace(/[\\`*_|<>[\]#]/g, sign => `\\${sign}`).replace(/^(\s*)([-+]|\d+\.)(\s)/, '$1\\$2$3')
}
