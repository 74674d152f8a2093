// Search in a copy of the site that no server stands behind: the index is read piece by piece, as scripts.

type Title = readonly [title: string, file: string, agency: string, day: string]
const shardCount = 64
const mostShown = 100

/** One index of the copy: what was read of it so far. */
class StillIndex {
  readonly pairs = new Map<string, number[]>()
  readonly titles = new Map<number, Title>()
  readonly loaded = new Map<string, Promise<void>>()
  titlesInFile = 500
}
const stillIndexes = { 'search-index': new StillIndex(), 'results-index': new StillIndex() }
type StillName = keyof typeof stillIndexes

/** The folder of the copy; pages of 长辈版 stand one deeper. */
const stillScript = document.currentScript
const stillRoot = new URL('..', stillScript instanceof HTMLScriptElement ? stillScript.src : location.href)
  .href
const stillPages = stillRoot + (document.documentElement.classList.contains('large') ? 'large/' : '')

/** What the files of the indexes call. */
Object.assign(window, {
  stillPairs(name: StillName, found: Record<string, number[]>) {
    const { pairs } = stillIndexes[name]
    for (const [pair, entries] of Object.entries(found)) {
      let last = 0
      const whole = entries.map(step => {
        last += step
        return last
      })
      pairs.set(pair, [...(pairs.get(pair) ?? []), ...whole])
    }
  },
  stillTitle(name: StillName, number: number, title: Title) {
    stillIndexes[name].titles.set(number, title)
  },
  stillSize(name: StillName, _count: number, titlesInFile: number) {
    stillIndexes[name].titlesInFile = titlesInFile
  },
})

function stillLoad(name: StillName, file: string): Promise<void> {
  const { loaded } = stillIndexes[name]
  const known = loaded.get(file)
  if (known !== undefined) return known
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${stillRoot}${name}/${file}.js`
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(file)))
    document.head.append(script)
  })
  loaded.set(file, loading)
  return loading
}

function shardOfPair(pair: string): number {
  let sum = 0
  for (const sign of pair) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_536
  return sum % shardCount
}

function pairsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return [
    ...new Set(
      words.flatMap(word => {
        const signs = [...word]
        return signs.length === 1 ? [word] : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
      }),
    ),
  ]
}

/** The numbers of what holds every pair, those with most of them in the title first, then the latest. */
async function stillFind(name: StillName, query: string): Promise<number[]> {
  const pairs = pairsOf(query)
  await Promise.all([...new Set(pairs.map(shardOfPair))].map(shard => stillLoad(name, `pairs-${shard}`)))
  const lists = pairs.map(pair => stillIndexes[name].pairs.get(pair) ?? [])
  const held = new Map<number, { pairs: number; titles: number }>()
  for (const entry of lists.flat()) {
    const number = entry >> 1
    const found = held.get(number) ?? { pairs: 0, titles: 0 }
    held.set(number, { pairs: found.pairs + 1, titles: found.titles + (entry & 1) })
  }
  const all = [...held].filter(([, found]) => found.pairs === pairs.length && pairs.length > 0)
  return all.toSorted(([a, one], [b, other]) => other.titles - one.titles || a - b).map(([number]) => number)
}

/** Lists what was found, and says how much it is. */
async function stillShow(
  name: StillName,
  query: string,
  [told, list]: readonly [Element, Element],
): Promise<void> {
  list.replaceChildren()
  told.textContent = '正在查找……'
  try {
    await stillLoad(name, 'size')
    const { titles, titlesInFile } = stillIndexes[name]
    const found = await stillFind(name, query)
    const shown = found.slice(0, mostShown)
    const files = new Set(shown.map(number => Math.floor(number / titlesInFile)))
    await Promise.all([...files].map(file => stillLoad(name, `titles-${file}`)))
    told.textContent =
      found.length === 0
        ? '没有找到。请换一个词，或到目录中查找。'
        : `共 ${found.length} 条${found.length > mostShown ? `，列出前 ${mostShown} 条，请把词写得更具体` : ''}。`
    list.append(...shown.map(number => stillLine(titles.get(number) ?? ['', '', '', ''])))
  } catch {
    told.textContent = '查找没有完成：索引文件不完整。请到目录中查找。'
  }
}

function stillLine([title, file, agency, day]: Title): HTMLLIElement {
  const link = document.createElement('a')
  link.href = stillPages + file
  link.textContent = title
  const note = document.createElement('span')
  note.className = 'note'
  note.textContent = `　${agency}　${day}`
  const line = document.createElement('li')
  line.append(link, note)
  return line
}

function stillAsk(query: string): void {
  const places = { 'search-index': 'still', 'results-index': 'still-results' } as const
  for (const name of ['search-index', 'results-index'] as const) {
    const told = document.querySelector(`#${places[name]}-told`)
    const list = document.querySelector(`#${places[name]}-hits`)
    document.querySelector<HTMLElement>(`#${places[name]}`)?.removeAttribute('hidden')
    if (told !== null && list !== null) void stillShow(name, query, [told, list])
  }
}

const stillForm = document.querySelector<HTMLFormElement>('#still-search')
if (stillForm !== null) {
  stillForm.hidden = false
  stillForm.addEventListener('submit', event => {
    event.preventDefault()
    const query = String(new FormData(stillForm).get('q') ?? '').trim()
    if (query === '') return
    // In the address behind the sign that no server is asked for: back from a hit, the list is there again.
    history.replaceState(null, '', `#q=${encodeURIComponent(query)}`)
    stillAsk(query)
  })
  const asked =
    new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q')
  const field = stillForm.elements.namedItem('q')
  if (asked !== null && asked.trim() !== '' && field instanceof HTMLInputElement) {
    field.value = asked
    stillAsk(asked.trim())
  }
}
