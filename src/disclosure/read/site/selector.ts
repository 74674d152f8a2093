import type { BodyElement, BodyNode } from '../body/parse.ts'

/** One step of a selector: `div.content#zoom`. */
interface Step {
  readonly name: string
  readonly id: string
  readonly classes: readonly string[]
}

const step = /^([a-z][a-z\d-]*)?((?:[.#][\w\u4e00-\u9fff-]+)*)$/i

/** A selector: names, #ids and .classes, with blanks for "within"; nothing else is understood. Undefined where it is none. */
export function selectorOf(text: string): readonly Step[] | undefined {
  const steps = text
    .trim()
    .split(/\s+/)
    .map(part => {
      const [, name = '', rest = ''] = step.exec(part) ?? []
      if (name === '' && rest === '') return undefined
      const marks = rest.match(/[.#][^.#]+/g) ?? []
      const of = (sign: string) => marks.filter(mark => mark.startsWith(sign)).map(mark => mark.slice(1))
      return { name: name.toLowerCase(), id: of('#')[0] ?? '', classes: of('.') }
    })
  const whole = steps.filter(each => each !== undefined)
  return whole.length === steps.length && whole.length > 0 ? whole : undefined
}

/** An element that was found, with the one in which it stands. */
export interface Found {
  readonly element: BodyElement
  readonly parent: BodyElement | undefined
}

/** The first element, in the order of the page, that a selector names. */
export function firstOf(nodes: readonly BodyNode[], steps: readonly Step[]): Found | undefined {
  return within(nodes, steps, [])
}

function within(
  nodes: readonly BodyNode[],
  steps: readonly Step[],
  around: readonly BodyElement[],
): Found | undefined {
  for (const element of nodes) {
    if (typeof element === 'string') continue
    if (isMeant(element, steps, around)) return { element, parent: around.at(-1) }
    const found = within(element.children, steps, [...around, element])
    if (found !== undefined) return found
  }
  return undefined
}

/** Does the last step name it, and the steps before it elements around it, from within outwards? */
function isMeant(element: BodyElement, steps: readonly Step[], around: readonly BodyElement[]): boolean {
  const last = steps.at(-1)
  if (last === undefined || !isNamed(element, last)) return false
  let left = steps.length - 1
  for (const each of around.toReversed()) {
    const next = steps[left - 1]
    if (next !== undefined && isNamed(each, next)) left--
  }
  return left === 0
}

function isNamed({ name, attributes }: BodyElement, { name: named, id, classes }: Step): boolean {
  if ((named !== '' && name !== named) || (id !== '' && attributes.id !== id)) return false
  if (classes.length === 0) return true
  const own = (attributes.class ?? '').split(/\s+/)
  return classes.every(each => own.includes(each))
}
