import { type Element, within, wordsIn } from '../xml.ts'

/** The marks of fields: those that stay, since they only number pages, and the words that stand in a field's code. */
export interface Fields {
  readonly kept: ReadonlySet<Element>
  /** Words within the code, which nobody sees and which would be shown once the code is gone. */
  readonly inCode: ReadonlySet<Element>
  readonly dropped: number
}

interface OpenField {
  readonly marks: Element[]
  code: string
  inCode: boolean
}

const pageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s*\w+)*\s*$/i

/** Whether a field's code only numbers pages. */
export function onlyNumbersPages(code: string): boolean {
  return pageNumber.test(code)
}

/** The fields of a part, by their marks: begin, code, separator, result, end. */
export function fieldsOf(root: Element): Fields {
  const kept = new Set<Element>()
  const inCode = new Set<Element>()
  const open: OpenField[] = []
  let dropped = 0
  for (const one of within(root)) {
    const field = open.at(-1)
    if (one.name === 'w:fldChar') {
      const type = one.attributes['w:fldCharType']
      if (type === 'begin') open.push({ marks: [one], code: '', inCode: true })
      else field?.marks.push(one)
      if (type === 'separate' && field !== undefined) field.inCode = false
      if (type === 'end') {
        open.pop()
        if (field !== undefined && onlyNumbersPages(field.code))
          for (const mark of field.marks) kept.add(mark)
        else dropped++
      }
    } else if (one.name === 'w:instrText' && field !== undefined) {
      field.marks.push(one)
      field.code += wordsIn(one)
    } else if (one.name === 'w:t' && open.some(field => field.inCode)) inCode.add(one)
  }
  return { kept, inCode, dropped: dropped + open.length }
}
