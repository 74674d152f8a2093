import type { Parts, Relation } from '../package.ts'
import { child, type Element, inside, named, within } from '../xml.ts'

/** A picture that is shown, with what is shown of it, in fractions. */
export interface ShownPicture {
  readonly source: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The pictures that can be drawn anew. */
export function isDrawable(parts: Parts, name: string): boolean {
  const start = parts.get(name)
  return (
    start !== undefined &&
    ((start[0] === 0x89 && start[1] === 0x50) || (start[0] === 0xff && start[1] === 0xd8))
  )
}

/** Why a drawing is not kept as it is. */
export type DrawingFault = 'hidden' | 'unknown' | 'covering' | undefined

/** Looks at a `w:drawing` or `w:pict`: hidden, of a kind that holds data of its own, or a filled shape before the words. */
export function faultOfDrawing(
  drawing: Element,
  { parts, relations }: { readonly parts: Parts; readonly relations: readonly Relation[] },
): DrawingFault {
  const all = [...within(drawing)]
  const named = (name: string) => all.filter(one => one.name === name)
  if (named('wp:docPr').some(({ attributes }) => /^(?:1|true)$/.test(attributes.hidden ?? '')))
    return 'hidden'
  if (all.some(({ attributes }) => /visibility:\s*hidden/.test(attributes.style ?? ''))) return 'hidden'
  const known = /\/(?:picture|wordprocessingShape|wordprocessingGroup|wordprocessingCanvas)$/
  if (named('a:graphicData').some(({ attributes }) => !known.test(attributes.uri ?? ''))) return 'unknown'
  const ids = [
    ...named('a:blip').map(({ attributes }) => attributes['r:embed']),
    ...named('v:imagedata').map(({ attributes }) => attributes['r:id']),
    ...named('v:fill').flatMap(({ attributes }) =>
      attributes['r:id'] === undefined ? [] : [attributes['r:id']],
    ),
  ]
  const source = (id: string | undefined) =>
    relations.find(one => one.id === id && !one.outside)?.target ?? ''
  if (ids.some(id => !isDrawable(parts, source(id)))) return 'unknown'
  if (named('v:imagedata').some(({ attributes }) => Object.keys(attributes).some(name => /^crop/.test(name))))
    return 'unknown'
  return all.some(isCovering) && isBefore(drawing) ? 'covering' : undefined
}

/** A shape in the line or behind the words covers nothing. */
function isBefore(drawing: Element): boolean {
  const anchors = named(drawing, 'wp:anchor')
  return drawing.name === 'w:pict' || anchors.some(({ attributes }) => attributes.behindDoc !== '1')
}

/** A shape without words of its own that is filled, or one with words on something dark. */
function isCovering(shape: Element): boolean {
  if (shape.name === 'wps:wsp') {
    const fill = child(child(shape, 'wps:spPr'), 'a:solidFill')
    const spoken = named(shape, 'w:t').length > 0
    return fill !== undefined && (!spoken || isDark(fill))
  }
  if (!/^v:(?:rect|shape|roundrect|oval)$/.test(shape.name) || child(shape, 'v:imagedata') !== undefined)
    return false
  if (/^(?:f|false)$/.test(shape.attributes.filled ?? '')) return false
  const colour = shape.attributes.fillcolor
  const spoken = named(shape, 'w:t').length > 0
  return !spoken || (colour !== undefined && /^(?:black|#0{3,6})/i.test(colour))
}

function isDark(fill: Element): boolean {
  const [colour] = inside(fill)
  const value = colour?.attributes.val ?? ''
  if (colour?.name === 'a:schemeClr') return /^(?:tx1|dk1)$/.test(value)
  return (
    /^[0-9a-f]{6}$/i.test(value) && [0, 2, 4].every(at => Number.parseInt(value.slice(at, at + 2), 16) < 0x60)
  )
}

/** What is shown of the picture of a `blipFill`, whose crop is in thousandths of a percent from each edge. */
export function shownOf(fill: Element, source: string): ShownPicture {
  const crop = child(fill, 'a:srcRect')?.attributes ?? {}
  const share = (edge: string) => Math.min(0.98, Math.max(0, Number(crop[edge] ?? 0) / 100_000))
  const [x, y] = [share('l'), share('t')]
  return {
    source,
    x,
    y,
    width: Math.max(0.01, 1 - x - share('r')),
    height: Math.max(0.01, 1 - y - share('b')),
  }
}
