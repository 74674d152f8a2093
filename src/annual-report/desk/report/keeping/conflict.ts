import { allCells, cellAt, withCell } from '../../../cells.ts'
import { type AnnualReport, type Cell, narrativeSections } from '../../../form.ts'
import { cellLabel } from '../../../labels.ts'

/** A cell or a section in which two persons' reports differ. */
export interface Difference {
  readonly where: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
  /** Whose is taken unless a person decides: of whoever alone changed it; where both did, mine. */
  readonly likely: Side
}
export type Side = 'mine' | 'theirs'

/** Three states of one report: as both began, as I have it, as the other saved it. */
export interface Split {
  readonly base: AnnualReport
  readonly mine: AnnualReport
  readonly theirs: AnnualReport
}

/** Cell by cell and section by section, in what the two reports differ. */
export function differencesOf({ base, mine, theirs }: Split): Difference[] {
  const paths = new Set([...allCells(mine), ...allCells(theirs)])
  const cells = [...paths].flatMap((where): Difference[] => {
    const [before, a, b] = [base, mine, theirs].map(report => cellAt(report, where) ?? null)
    if (a === b) return []
    const likely = a === before ? 'theirs' : 'mine'
    return [{ where, label: cellLabel(where), mine: shown(a ?? null), theirs: shown(b ?? null), likely }]
  })
  const sections = narrativeSections.flatMap((section): Difference[] => {
    const [before, a, b] = [base, mine, theirs].map(({ narrative }) => narrative[section])
    if (a === b) return []
    const where = `narrative.${section}`
    const likely = a === before ? 'theirs' : 'mine'
    return [{ where, label: cellLabel(where), mine: a ?? '', theirs: b ?? '', likely }]
  })
  return [...cells, ...sections]
}

function shown(cell: Cell): string {
  return cell === null ? '空白' : String(cell)
}

/** My report with the other's words and figures where I chose them. */
export function merged({ mine, theirs }: Split, chosen: ReadonlyMap<string, Side>): AnnualReport {
  let report = mine
  for (const [where, side] of chosen) {
    if (side === 'mine') continue
    const section = narrativeSections.find(each => where === `narrative.${each}`)
    report =
      section === undefined
        ? withCell(report, where, cellAt(theirs, where) ?? null)
        : { ...report, narrative: { ...report.narrative, [section]: theirs.narrative[section] } }
  }
  return report
}
