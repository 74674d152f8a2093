import type { LedgerLineView } from '../../duties/view.ts'
import { timelinessLabel } from '../../timeliness.ts'

/** Working days left at which a last day is near. */
const near = 5

/** Where a line stands against its last day, in words; red where late, amber where near. */
export function StandingText({ line }: { line: LedgerLineView }) {
  const { standing, workdaysLeft } = line
  const late = standing === 'late' || standing === 'publishedLate'
  const tone = late ? 'late' : isNear(line) ? 'near' : standing === 'inTime' ? 'done' : undefined
  return <span className={tone}>{standingWords(standing, workdaysLeft)}</span>
}

/** The same as plain words, for the export. */
export function standingWords(standing: LedgerLineView['standing'], left: number | null): string {
  const label = timelinessLabel[standing]
  if (left === null) return label
  if (left < 0) return `${label}，已逾 ${-left} 个工作日`
  return left === 0 ? `${label}，今天到期` : `${label}，还剩 ${left} 个工作日`
}

function isNear({ standing, workdaysLeft }: LedgerLineView): boolean {
  return standing === 'due' && workdaysLeft !== null && workdaysLeft <= near
}
