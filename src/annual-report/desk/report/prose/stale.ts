import { proseNumber, proseValue } from '../../../../statute/prose-number.ts'
import type { Finding } from '../../../finding.ts'
import type { AnnualReport, Narrative } from '../../../form.ts'
import { type FigureBeside, figureShown, liveFigure } from '../../../live-figures.ts'
import { piecesOf, type Stretch } from './pieces.ts'

/** A number in the prose that contradicts the tables, and what can be put in its place. */
export interface Stale {
  readonly finding: Finding
  /** Where the number stands, or its sentence where it has no digits, as 没有收到 has none. */
  readonly stretch: Stretch
  /** The words that put it right; undefined where only a person can. */
  readonly instead: { readonly words: string; readonly label: string } | undefined
}

/** The contradictions in one section, each with its place in the kept text. */
export function staleIn(
  report: AnnualReport,
  section: keyof Narrative,
  findings: readonly Finding[],
  beside: readonly FigureBeside[] = [],
): Stale[] {
  const text = report.narrative[section]
  const { shown, back } = shownText(report, text, beside)
  return findings
    .filter(({ rule, where }) => rule.startsWith('narrative.') && where.at(-1) === `narrative.${section}`)
    .flatMap(finding => {
      const sentence = shown.indexOf(finding.text ?? '')
      if (finding.text === undefined || sentence < 0) return []
      const number = numberIn(finding.text, finding.actual)
      const start = sentence + (number?.from ?? 0)
      const end = sentence + (number?.to ?? finding.text.length)
      const stretch = { from: back(start), to: back(end) }
      return [{ finding, stretch, instead: number === undefined ? undefined : insteadOf(finding) }]
    })
}

function insteadOf({ where, expected }: Finding): Stale['instead'] {
  const cells = where.filter(path => !path.startsWith('narrative.'))
  const [cell] = cells
  if (cell === undefined) return undefined
  if (cells.length === 1) return { words: liveFigure(cell), label: '改为引用数字' }
  return expected === null ? undefined : { words: String(expected), label: `改为 ${expected}` }
}

/** The number of this value in a sentence: one that counts something before one that does not, as a year. */
function numberIn(sentence: string, value: number | null): Stretch | undefined {
  const plain = sentence
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('，', ',')
  const found = [...plain.matchAll(new RegExp(proseNumber, 'g'))].filter(
    ([words]) => proseValue(words) === value,
  )
  const counts = found.find(each =>
    /^\s*(余|多|左右)?\s*[件份条项宗起次个篇人元]/.test(plain.slice(each.index + each[0].length)),
  )
  const number = counts ?? found[0]
  return number === undefined ? undefined : { from: number.index, to: number.index + number[0].length }
}

/** The text as it is read, with the way back from its offsets to those of the kept text. */
function shownText(report: AnnualReport, text: string, beside: readonly FigureBeside[]) {
  let shown = ''
  const offsets: number[] = []
  let at = 0
  for (const piece of piecesOf(text)) {
    const words =
      piece.kind === 'figure' ? String(figureShown(report, piece.path, beside) ?? piece.source) : piece.source
    for (const place of words.split('').keys()) offsets.push(piece.kind === 'figure' ? at : at + place)
    shown += words
    at += piece.source.length
  }
  return { shown, back: (offset: number) => offsets[offset] ?? text.length }
}
