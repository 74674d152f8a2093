import type { Finding } from '../../../finding.ts'
import type { CellPath } from '../../../form.ts'

/** What is shown on a cell that a finding speaks of. */
export interface Mark {
  readonly kind: 'error' | 'warning' | 'blank'
  /** The one word beside the figure, so that colour does not speak alone. */
  readonly word: string
  readonly messages: readonly string[]
}

const word = { error: '错', warning: '疑', blank: '' } as const

/** The marks of all cells, the graver kind where several findings meet. */
export function marksOf(findings: readonly Finding[]): ReadonlyMap<CellPath, Mark> {
  const marks = new Map<CellPath, Mark>()
  for (const finding of findings) {
    for (const path of finding.where) {
      if (path.startsWith('narrative.')) continue
      const before = marks.get(path)
      const kind = before?.kind === 'error' ? 'error' : kindOf(finding)
      marks.set(path, { kind, word: word[kind], messages: [...(before?.messages ?? []), finding.message] })
    }
  }
  return marks
}

function kindOf({ severity, rule }: Finding): Mark['kind'] {
  if (severity === 'error') return 'error'
  return rule === 'form.blank-cell' ? 'blank' : 'warning'
}
