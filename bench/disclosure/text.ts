/** A stream of numbers that is the same in every run: mulberry32. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words that offices use, from the most to the less usual; between them stand invented ones. */
export const officeWords = [
  ...['通知', '工作', '管理', '服务', '单位', '部门', '实施', '办法', '建设', '项目', '意见', '规定'],
  ...['企业', '审批', '公开', '政务', '教育', '医疗', '住房', '就业', '补贴', '环境', '安全', '监督'],
  ...['营商环境', '行政许可', '行政处罚', '社会保障', '公共服务', '专项资金', '安全生产', '城乡建设'],
  ...['住房公积金', '城市更新', '老旧小区', '义务教育', '养老服务', '电动自行车', '不动产登记', '污水处理'],
] as const

const vocabularySize = 30_000
const tableSize = 1 << 20

/** The share of all characters in Chinese texts up to this many of the usual ones. */
const characterShares = [...([0.42, 100, 0.75, 500, 0.89, 1000, 0.99, 2500, 1, 3500] as const)] as const

/** Draws words of a vocabulary as they come in texts: the n-th word with a likelihood of 1 / n (Zipf). */
export function wordDrawer(seed: number): () => string {
  const next = numbersFrom(seed)
  const words = vocabulary(next)
  const weights = words.map((_, rank) => 1 / (rank + 3))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const table = new Uint16Array(tableSize)
  let [at, upTo] = [0, 0]
  weights.forEach((weight, rank) => {
    upTo += (weight / sum) * tableSize
    while (at < upTo && at < tableSize) table[at++] = rank
  })
  return () => words[table[Math.floor(next() * tableSize)] ?? 0] ?? ''
}

/** Two to four characters; the office's own words stand at the ranks of the usual ones. */
function vocabulary(next: () => number): string[] {
  const made = new Set<string>()
  while (made.size < vocabularySize) {
    const place = officeWords[Math.floor(made.size / 8)]
    const length = next() < 0.72 ? 2 : next() < 0.7 ? 3 : 4
    const office = place !== undefined && made.size % 8 === 7
    made.add(office ? place : Array.from({ length }, () => characterBy(next)).join(''))
  }
  return [...made]
}

/** A character, as often as the usual and the rare ones come in texts. */
function characterBy(next: () => number): string {
  const [share, within] = [next(), next()]
  let from = 0
  for (let at = 0; at < characterShares.length; at += 2) {
    const upTo = characterShares[at + 1] ?? 0
    if (share < (characterShares[at] ?? 1)) {
      const rank = from + Math.floor(within * (upTo - from))
      return String.fromCharCode(0x4e00 + ((rank * 2741) % 20_000))
    }
    from = upTo
  }
  return '一'
}

/** A body of so many characters in sentences and paragraphs; a third of its words are those of its own matter. */
export function bodyOf(draw: () => string, characters: number): string {
  const matter = Array.from({ length: 60 }, draw)
  let body = '<p>'
  let [length, sinceStop, sinceEnd] = [0, 0, 0]
  let count = 0
  while (length < characters) {
    const word = count++ % 3 === 0 ? (matter[(count * 7) % matter.length] ?? '') : draw()
    body += word
    length += word.length
    sinceStop += word.length
    sinceEnd += word.length
    if (sinceEnd > 160) {
      body += '。</p><p>'
      sinceEnd = 0
      sinceStop = 0
    } else if (sinceStop > 11) {
      body += '，'
      sinceStop = 0
    }
  }
  return `${body}。</p>`
}
