import type { Area } from '../box.ts'
import { placesOf } from '../word-search.ts'
import type { Character } from './text-layer.ts'

/** Where a word stands on a page, also where it is broken over lines; a little wider than its characters. */
export function areasOfWord(characters: readonly Character[], word: string): readonly Area[] {
  const signs = characters.map(({ sign }) => sign)
  return placesOf(signs, word).flatMap(([from, to]) =>
    characters
      .slice(from, to)
      .filter(({ sign }) => sign !== '\r' && sign !== '\n')
      .map(({ area }) => wider(area)),
  )
}

function wider({ x, y, width, height }: Area): Area {
  return { x: x - width * 0.06, y: y - height * 0.08, width: width * 1.12, height: height * 1.16 }
}
