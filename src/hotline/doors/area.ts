/** Within which degrees (WGS84) the places of demands lie; all empty where nobody settled it. */
export interface Area {
  readonly south: number | ''
  readonly north: number | ''
  readonly west: number | ''
  readonly east: number | ''
}

/** A place as a system tells it. */
export interface Point {
  readonly lat: number | null
  readonly long: number | null
}

/** Why a place cannot be one of ours, in a sentence; undefined where it can, or was not told. */
export function faultOfPoint({ lat, long }: Point, { south, north, west, east }: Area): string | undefined {
  if (lat === null || long === null) return undefined
  if (lat === 0 && long === 0) return 'lat 和 long 都是 0，多半是没有取到位置，请重新定位，或者只写地址。'
  if (south === '' || north === '' || west === '' || east === '') return undefined
  if (lat >= south && lat <= north && long >= west && long <= east) return undefined
  return `这个地点（北纬 ${lat}，东经 ${long}）不在本热线受理的范围：北纬 ${south} 至 ${north}，东经 ${west} 至 ${east}。请核对坐标（WGS84），或者向当地的热线反映。`
}
