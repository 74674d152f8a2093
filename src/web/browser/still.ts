// Search in a copy of the site that no server stands behind: the index is read piece by piece, as scripts.

type Title = readonly [title: string, file: string, agency: string, day: string]
const shardCount = 64
const mostShown = 100

const stillIndex = {
  pairs: new Map<string, number[]>(),
  titles: new Map<number, Title>(),
  loaded: new Map<string, Promise<void>>(),
  titlesInFile: 500,
}

/** What the files of the index call. */
Object.assign(window, {
  stillPairs(_shard: number, found: Record<string, number[]>) {
    for (const [pair, entries] of Object.entries(found)) {
      let last = 0
      const whole = entries.map(step => {
        last += step
        return last
      })
      stillIndex.pairs.set(pair, [...(stillIndex.pairs.get(pair) ?? []), ...whole])
    }
  },
  stillTitle(number: number, title: Title) {
    stillIndex.titles.set(number, title)
  },
  stillSize(_items: number, titlesInFile: number) {
    stillIndex.titlesInFile = titlesInFile
  },
})

function stillLoad(name: string): Promise<void> {
  const known = stillIndex.loaded.get(name)
  if (known !== undefined) return known
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `search-index/${name}.js`
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(name)))
    document.head.append(script)
  })
  stillIndex.loaded.set(name, loading)
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

/** The numbers of the items that hold every pair, those with most of them in the title first, then the latest. */
async function stillFind(query: string): Promise<number[]> {
  const pairs = pairsOf(query)
  await Promise.all([...new Set(pairs.map(shardOfPair))].map(shard => stillLoad(`pairs-${shard}`)))
  const lists = pairs.map(pair => stillIndex.pairs.get(pair) ?? [])
  const held = new Map<number, { pairs: number; titles: number }>()
  for (const entry of lists.flat()) {
    const number = entry >> 1
    const found = held.get(number) ?? { pairs: 0, titles: 0 }
    held.set(number, { pairs: found.pairs + 1, titles: found.titles + (entry & 1) })
  }
  const all = [...held].filter(([, found]) => found.pairs === pairs.length && pairs.length > 0)
  return all.toSorted(([a, one], [b, other]) => other.titles - one.titles || a - b).map(([number]) => number)
}

async function stillShow(query: string): Promise<void> {
  const told = document.querySelector('#still-told')
  const list = document.querySelector('#still-hits')
  if (told === null || list === null) return
  list.replaceChildren()
  told.textContent = '正在查找……'
  try {
    await stillLoad('size')
    const found = await stillFind(query)
    const shown = found.slice(0, mostShown)
    const files = new Set(shown.map(number => Math.floor(number / stillIndex.titlesInFile)))
    await Promise.all([...files].map(file => stillLoad(`titles-${file}`)))
    told.textContent =
      found.length === 0
        ? '没有找到。请换一个词，或到目录中查找。'
        : `共 ${found.length} 条${found.length > mostShown ? `，列出前 ${mostShown} 条，请把词写得更具体` : ''}。`
    for (const number of shown) {
      const [title = '', file = '', agency = '', day = ''] = stillIndex.titles.get(number) ?? []
      const link = document.createElement('a')
      link.href = file
      link.textContent = title
      const note = document.createElement('span')
      note.className = 'note'
      note.textContent = `　${agency}　${day}`
      const line = document.createElement('li')
      line.append(link, note)
      list.append(line)
    }
  } catch {
    told.textContent = '查找没有完成：索引文件不完整。请到目录中查找。'
  }
}

const stillForm = document.querySelector<HTMLFormElement>('#still-search')
if (stillForm !== null) {
  stillForm.hidden = false
  stillForm.addEventListener('submit', event => {
    event.preventDefault()
    const query = String(new FormData(stillForm).get('q') ?? '').trim()
    if (query !== '') void stillShow(query)
  })
}
