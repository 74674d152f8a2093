import { sectionHeaded } from '../heading.ts'

/** A run of characters on a page, with the place of its baseline's start in points. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A line of a page. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly size: number
}

/** Runs on one baseline make a line, from the top of the page down. */
export function linesIn(runs: readonly Run[]): readonly Line[] {
  const sorted = runs.toSorted((a, b) => b.y - a.y)
  const groups: Run[][] = []
  for (const run of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group !== undefined && first !== undefined && first.y - run.y < Math.max(first.size, run.size) * 0.5)
      group.push(run)
    else groups.push([run])
  }
  return groups.map(lineOf).filter(line => line.text !== '')
}

function lineOf(group: readonly Run[]): Line {
  const runs = group.toSorted((a, b) => a.x - b.x)
  let text = ''
  let end: number | undefined
  for (const run of runs) {
    const gap = end === undefined ? 0 : run.x - end
    const separator =
      gap > run.size * 1.5
        ? '\t'
        : gap > run.size * 0.4 && !/\s$/.test(text) && run.text.trim() !== ''
          ? ' '
          : ''
    text += separator + wordsOf(run)
    end = run.x + run.width
  }
  const size = Math.max(...runs.map(run => run.size))
  return {
    text: text.trim(),
    x: (runs.find(run => run.text.trim() !== '') ?? runs[0])?.x ?? 0,
    end: end ?? 0,
    size,
  }
}

/** A run of blanks is a gap between columns where it is wide. */
function wordsOf({ text, width, size }: Run): string {
  if (text.trim() !== '') return text
  return width > size * 1.5 ? '\t' : ' '
}

/** The words of a cell: its lines one after the other. */
export function textIn(runs: readonly Run[]): string {
  return linesIn(runs)
    .map(line => line.text.trim())
    .reduce(joined, '')
}

function joined(before: string, next: string): string {
  const words = /[A-Za-z][.,;:!?)]?$/.test(before) && /^[A-Za-z]/.test(next)
  return words ? `${before} ${next}` : before + next
}

/** Where the text begins and ends, in points. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** The margins of the text; where every line may be an indented one, the edges of a table tell more. */
export function marginsOf(lines: readonly Line[], tables: readonly Margins[]): Margins {
  const left = lines.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY)
  const right = lines.reduce((most, line) => Math.max(most, line.end), 0)
  const size = lines.find(({ x }) => x - left < 1)?.size ?? 0
  const wider = tables.find(table => left - table.left > size * 1.5 && left - table.left < size * 2.6)
  if (wider === undefined || indents(lines, left)) return { left, right }
  return { left: wider.right - right < size ? wider.left : left, right: Math.max(right, wider.right) }
}

/** The paragraphs that lines make: one begins with an indent or another size, and where nothing is indented, after a short line. */
export function paragraphs(lines: readonly Line[], { left, right }: Margins): string[] {
  const found: string[] = []
  const byIndent = indents(lines, left)
  let before: Line | undefined
  for (const line of lines) {
    const indented = line.x - left > line.size * 1.2
    const short = !byIndent && before !== undefined && right - before.end > before.size * 2.2
    const heading =
      sectionHeaded(line.text) !== undefined ||
      (before !== undefined && sectionHeaded(before.text) !== undefined)
    const starts =
      heading || before === undefined || indented || short || Math.abs(before.size - line.size) > 1
    if (starts || line.text.includes('\t')) found.push(line.text)
    else found.push(joined(found.pop() ?? '', line.text))
    before = line
  }
  return found.filter(text => text.trim() !== '')
}

/** Do the paragraphs begin two characters in? Then a short line alone ends none. */
function indents(lines: readonly Line[], left: number): boolean {
  const byTwo = lines.filter(({ x, size }) => x - left > size * 1.5 && x - left < size * 2.6)
  return byTwo.length > 1
}

/** Is this line only a page number, as — 1 — or 第1页? */
export function isPageNumber(text: string): boolean {
  return /^\s*(?:[-—–－]\s*\d{1,4}\s*[-—–－]|第?\s*\d{1,4}\s*页?(?:\s*[/／共]\s*\d{1,4}\s*页?)?)\s*$/.test(
    text,
  )
}
