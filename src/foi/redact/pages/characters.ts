import type { getDocumentProxy } from 'unpdf'
import { placesOf } from '../word-search.ts'
import type { Area } from './redraw.ts'

/** A PDF as its reading library opens it. */
export type ReadPdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type ReadPage = Awaited<ReturnType<ReadPdf['getPage']>>

/** A character of the text layer and where it stands; the width of a run is shared out evenly. */
export interface Character {
  readonly sign: string
  readonly area: Area
}

/** A run of characters that the file writes in one go. */
export type CharacterRun = readonly Character[]

/** The characters of a page with their places. */
export async function charactersOf(page: ReadPage): Promise<readonly CharacterRun[]> {
  const { items } = await page.getTextContent()
  const view = page.getViewport({ scale: 1 })
  return items.flatMap(item => ('str' in item && item.str.trim() !== '' ? [runOf(item, view)] : []))
}

interface Item {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly unknown[]
}

type View = ReturnType<ReadPage['getViewport']>

function runOf({ str, width, height, transform }: Item, view: View): CharacterRun {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform.map(Number)
  const along = direction(a, b)
  const up = direction(c, d)
  const signs = [...str]
  const size = height || Math.hypot(c, d)
  const corner = (share: number, rise: number) =>
    view.convertToViewportPoint(
      x + along.x * width * share + up.x * size * rise,
      y + along.y * width * share + up.y * size * rise,
    )
  return signs.map((sign, at) => {
    const points = [at, at + 1].flatMap(end => [
      corner(end / signs.length, -0.15),
      corner(end / signs.length, 0.85),
    ])
    return { sign, area: around(points, view) }
  })
}

function direction(x: number, y: number): { readonly x: number; readonly y: number } {
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

function around(points: readonly (readonly unknown[])[], view: View): Area {
  const xs = points.map(([x]) => Number(x) / view.width)
  const ys = points.map(([, y]) => Number(y) / view.height)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Where a word stands in these runs, also where it is broken over runs and lines; a little wider, since widths are shared out. */
export function areasOfWord(runs: readonly CharacterRun[], word: string): readonly Area[] {
  const all = runs.flat()
  const places = placesOf(
    all.map(({ sign }) => sign),
    word,
  )
  return places.flatMap(([from, to]) => all.slice(from, to).map(({ area }) => wider(area)))
}

function wider({ x, y, width, height }: Area): Area {
  return { x: x - width * 0.35, y: y - height * 0.1, width: width * 1.7, height: height * 1.2 }
}
