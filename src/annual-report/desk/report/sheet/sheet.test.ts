import { expect, test } from 'vitest'
import { aReport } from '../../../a-report.ts'
import { emptyReport } from '../../../blank.ts'
import { allCells, cellAt, withCell } from '../../../cells.ts'
import { tablesOf } from '../../../printed/table-model.ts'
import { blockOf, cleared, copied, pasted } from './block.ts'
import { between, gridOf, moved } from './grid.ts'
import { cellText, doubtWarning, sheetFindings, sheetOf, typed } from './sheet.ts'
import { withTotals } from './totals.ts'
import { edited, redone, undoable, undone } from './undo.ts'

const blank = sheetOf(emptyReport('云川市试验局', 2023))
const grid = gridOf(tablesOf(blank.report).applications)
const received = (column: number) => `applications.received[${column}]`

test.each([
  [
    '1\t2\n3\t4\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    '１２\t1,234\t\r\n 5 \t\t6',
    [
      ['１２', '1,234', ''],
      ['5', '', '6'],
    ],
  ],
  ['"两\n行"\t"引""号"', [['两\n行', '引"号']]],
  ['7', [['7']]],
  ['', [['']]],
])('the block %j is read cell by cell', (text, rows) => {
  expect(blockOf(text)).toEqual(rows)
})

test('a block with full-width digits, separators and blanks fills the cells to the right and down', () => {
  const chosen = { first: received(0), last: received(0) }
  const { sheet, filled, outside } = pasted(blank, grid, chosen, blockOf('１２\t1,234\t\n5\t件\t-3'))
  expect(filled).toBe(6)
  expect(outside).toEqual([])
  expect([0, 1, 2].map(column => cellAt(sheet.report, received(column)))).toEqual([12, 1234, null])
  expect(sheet.doubts).toEqual({ 'applications.carriedIn[1]': '件', 'applications.carriedIn[2]': '-3' })
  expect(cellText(sheet, 'applications.carriedIn[1]')).toBe('件')
})

test('what is pasted beyond the edge of the table is told, not dropped in silence', () => {
  const chosen = { first: received(6), last: received(6) }
  expect(pasted(blank, grid, chosen, blockOf('1\t2'))).toMatchObject({ filled: 1, outside: ['2'] })
})

test('one value fills all cells that are chosen, and clearing them makes blanks, not zeros', () => {
  const chosen = { first: received(0), last: 'applications.carriedIn[1]' }
  const { sheet } = pasted(blank, grid, chosen, [['0']])
  expect(copied(sheet, grid, chosen)).toBe('0\t0\n0\t0')
  expect(cleared(sheet, grid, chosen).report).toEqual(blank.report)
})

test('what is copied can be pasted back', () => {
  const sheet = sheetOf(aReport())
  const all = { first: received(0), last: 'applications.carriedOut[6]' }
  expect(pasted(blank, grid, all, blockOf(copied(sheet, grid, all))).sheet.report.applications).toEqual(
    sheet.report.applications,
  )
})

test.each([
  [received(0), 'down', 'applications.carriedIn[0]'],
  [received(0), 'up', received(0)],
  [received(6), 'right', 'applications.carriedIn[0]'],
  ['applications.carriedIn[0]', 'left', received(6)],
  ['applications.carriedIn[3]', 'start', 'applications.carriedIn[0]'],
  [received(2), 'end', received(6)],
  ['applications.carriedOut[6]', 'right', 'applications.carriedOut[6]'],
] as const)('from %s the arrow %s leads to %s', (path, direction, to) => {
  expect(moved(grid, path, direction)).toBe(to)
})

test('every figure of the form stands in one of the three grids, and wide cells are passed as one column', () => {
  const tables = tablesOf(blank.report)
  const grids = [tables.proactive, tables.applications, tables.remedies].map(gridOf)
  expect(grids.flat(2).map(({ path }) => path)).toEqual(allCells(blank.report))
  const [proactive = []] = grids
  expect(moved(proactive, 'proactive.normativeDocuments.inForce', 'down')).toBe('proactive.licensing')
  expect(between(proactive, 'proactive.regulations.issued', 'proactive.licensing')).toEqual([
    ['proactive.regulations.issued', 'proactive.regulations.repealed', 'proactive.regulations.inForce'],
    ['issued', 'repealed', 'inForce'].map(name => `proactive.normativeDocuments.${name}`),
    ['proactive.licensing'],
  ])
})

test('what is no number is an error on its cell, and saving says which cells are blank for it', () => {
  const sheet = typed(sheetOf(aReport()), received(0), '约7件')
  expect(sheetFindings(sheet, undefined)).toMatchObject([
    { rule: 'form.unreadable-cell', where: [received(0)], message: expect.stringContaining('约7件') },
  ])
  expect(doubtWarning(sheet)).toContain('本年新收·自然人')
  expect(doubtWarning(typed(sheet, received(0), '7'))).toBeUndefined()
})

test('totals are proposed where they are blank and all parts stand there, in rows, columns and the corner', () => {
  const whole = aReport()
  const totals = allCells(whole).filter(path => /\[6\]|resultTotal|\.total/.test(path))
  const without = sheetOf(totals.reduce((report, path) => withCell(report, path, null), whole))
  const filled = withTotals(without)
  expect(filled.report).toEqual(whole)
  expect(new Set(filled.proposed)).toEqual(new Set(totals))
  expect(withTotals(blank).proposed).toEqual([])
})

test('the letters of one word are taken back together, and done again', () => {
  const steps = ['1', '12', '123'].map(text => ({
    sheet: typed(blank, received(0), text),
    where: received(0),
    burst: 'one',
  }))
  const after = steps.reduce(edited, undoable(blank))
  const twice = edited(after, { sheet: typed(after.now, received(1), '4'), where: received(1), burst: 'two' })
  expect(undone(twice).now).toEqual(after.now)
  expect(undone(undone(twice)).now).toEqual(blank)
  expect(undone(undone(undone(twice))).now).toEqual(blank)
  expect(redone(redone(undone(undone(twice)))).now).toEqual(twice.now)
})
