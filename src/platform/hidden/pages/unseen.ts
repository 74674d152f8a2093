import type { Area } from '../box.ts'
import type { Picture } from './drawing.ts'
import type { Character } from './text-layer.ts'

/** How many characters of a page are covered by something dark, cannot be seen otherwise, or have no shapes to be drawn by. */
export interface Unseen {
  readonly covered: number
  readonly invisible: number
  readonly shapeless: number
}

const sameShade = 28
const dark = 110

/**
 * Which characters of the text layer are not to be seen on the drawn page: whatever hides them (a box, a picture or an
 * annotation over them, white letters, an invisible mode, the page's edge), their place is of one shade.
 */
export function unseenOn(picture: Picture, characters: readonly Character[]): Unseen {
  const said = characters.filter(({ sign, area }) => /[\p{L}\p{N}]/u.test(sign) && area.width > 0)
  const drawn = said.filter(({ shapeless }) => !shapeless)
  const shades = drawn.map(({ area }) => shadeOf(picture, area))
  return {
    covered: shades.filter(shade => shade === 'dark').length,
    invisible: shades.filter(shade => shade === 'light').length,
    shapeless: said.length - drawn.length,
  }
}

type Shade = 'dark' | 'light' | 'mixed'

function shadeOf({ width, height, data }: Picture, area: Area): Shade {
  const left = Math.floor(area.x * width)
  const right = Math.ceil((area.x + area.width) * width)
  const [top, bottom] = [Math.floor(area.y * height), Math.ceil((area.y + area.height) * height)]
  let [least, most] = [255, 0]
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      const at = (y * width + x) * 4
      const light = ((data[at] ?? 255) * 3 + (data[at + 1] ?? 255) * 6 + (data[at + 2] ?? 255)) / 10
      if (light < least) least = light
      if (light > most) most = light
    }
  }
  // The edges of a box are within the place of a character that it covers by most.
  if (most - least > sameShade) return coveredByMost({ width, height, data }, area) ? 'dark' : 'mixed'
  return least > most || most >= dark ? 'light' : 'dark'
}

/** The middle of the place is dark from end to end, as no letter is. */
function coveredByMost({ width, height, data }: Picture, area: Area): boolean {
  const [left, right] = [0.15, 0.85].map(share => Math.floor((area.x + area.width * share) * width))
  const [top, bottom] = [0.2, 0.8].map(share => Math.floor((area.y + area.height * share) * height))
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return false
  for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
      if ((data[(y * width + x) * 4] ?? 255) > dark) return false
      if ((data[(y * width + x) * 4 + 1] ?? 255) > dark) return false
    }
  }
  return right > left && bottom > top
}
