import type { CharacterRun } from './characters.ts'
import type { Picture } from './drawing.ts'
import type { Area } from './redraw.ts'

/** How many characters of a page are covered by something dark, and how many cannot be seen otherwise. */
export interface Unseen {
  readonly covered: number
  readonly invisible: number
}

const sameShade = 28
const dark = 110

/**
 * Which characters of the text layer are not to be seen on the drawn page: whatever hides them (a box, a picture or an
 * annotation over them, white letters, an invisible mode, the page's edge), their place is of one shade.
 */
export function unseenOn(picture: Picture, runs: readonly CharacterRun[]): Unseen {
  let [covered, invisible] = [0, 0]
  for (const run of runs) {
    const shades = run
      .filter(({ sign }) => /[\p{L}\p{N}]/u.test(sign))
      .map(({ area }) => shadeOf(picture, area))
    covered += shades.filter(shade => shade === 'dark').length
    invisible += inARow(shades, 'light', shades.length)
  }
  return { covered, invisible }
}

type Shade = 'dark' | 'light' | 'mixed'

/** Widths are guessed, so that one light place may be a gap: two in a row are none, nor is a whole run. */
function inARow(shades: readonly Shade[], wanted: Shade, all: number): number {
  let [count, row] = [0, 0]
  for (const shade of [...shades, undefined]) {
    if (shade === wanted) row++
    else {
      if (row >= Math.min(3, all)) count += row
      row = 0
    }
  }
  return count
}

function shadeOf({ width, height, data }: Picture, area: Area): Shade {
  const margin = 0.12
  const left = Math.floor((area.x + area.width * margin) * width)
  const right = Math.ceil((area.x + area.width * (1 - margin)) * width)
  const top = Math.floor((area.y + area.height * margin) * height)
  const bottom = Math.ceil((area.y + area.height * (1 - margin)) * height)
  let [least, most] = [255, 0]
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      const at = (y * width + x) * 4
      const light = ((data[at] ?? 255) * 3 + (data[at + 1] ?? 255) * 6 + (data[at + 2] ?? 255)) / 10
      if (light < least) least = light
      if (light > most) most = light
      if (most - least > sameShade) return 'mixed'
    }
  }
  return most < dark ? (least > most ? 'light' : 'dark') : 'light'
}
