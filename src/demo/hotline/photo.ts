import { pngOf } from '../../platform/hidden/pages/png.ts'

const [width, height] = [480, 320]

type Colour = readonly [number, number, number]
const walls: readonly Colour[] = [
  [196, 164, 132],
  [152, 170, 178],
  [205, 196, 170],
  [168, 120, 104],
]

/** An invented photo of a visit: a house with windows under the sky, a road before it; each number has its own. */
export function aPhoto(number: number): Buffer {
  const wall = walls[number % walls.length] ?? [180, 180, 180]
  const roof = 90 + (number % 5) * 14
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...colourAt({ x, y, roof, wall }), 255], (y * width + x) * 4)
  }
  return pngOf({ width, height, data })
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly roof: number
  readonly wall: Colour
}

function colourAt({ x, y, roof, wall }: Spot): Colour {
  if (y > 250) return y > 282 && y < 288 && x % 60 < 34 ? [236, 236, 228] : [96, 98, 102]
  const inHouse = x > 90 && x < 390 && y > roof
  if (!inHouse) return [150 + y / 6, 190 + y / 8, 226]
  const inWindow = (x - 90) % 60 > 18 && (x - 90) % 60 < 46 && (y - roof) % 52 > 16 && (y - roof) % 52 < 40
  return inWindow ? [62, 78, 96] : wall
}
