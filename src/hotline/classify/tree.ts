/** Between the levels of a category: 城乡建设/城市建设和市政管理/园林绿化环卫. */
const between = '/'
const longest = 40
const mostLines = 3000

/** The categories of a tree, each with all above it, in the order of the lines; a line holds up to three levels, tab or `/` between. */
export function categoriesIn(lines: string): string[] {
  const found = new Set<string>()
  for (const levels of levelsOf(lines))
    levels.forEach((_, at) => {
      found.add(levels.slice(0, at + 1).join(between))
    })
  return [...found]
}

/** The categories of a tree by every name that they go by: with all above them, and alone where no other is called the same. */
export function categoryNames(lines: string): ReadonlyMap<string, string> {
  const whole = categoriesIn(lines)
  const names = new Map<string, string>()
  const twice = new Set<string>()
  for (const category of whole) {
    const name = category.split(between).at(-1) ?? ''
    if (names.has(name)) twice.add(name)
    names.set(name, category)
  }
  for (const name of twice) names.delete(name)
  for (const category of whole) names.set(category, category)
  return names
}

/** The category that a text names, its levels parted as other systems part them; undefined where the tree has none. */
export function categoryNamed(text: string, names: ReadonlyMap<string, string>): string | undefined {
  return names.get(text) ?? names.get(text.split(/\s*[/／\\>＞→|\t-]+\s*/).join(between))
}

/** A category with all above it, the first level first. */
export function lineageOf(category: string): string[] {
  const levels = category.split(between)
  return levels.map((_, at) => levels.slice(0, at + 1).join(between))
}

/** The first level of a category. */
export function firstLevel(category: string): string {
  return category.split(between)[0] ?? ''
}

/** What is wrong with the lines of a tree, in Chinese; undefined where nothing is. */
export function wrongInTree(lines: string): string | undefined {
  const all = levelsOf(lines)
  if (all.length === 0) return '请填写分类，每行一个，例如：城乡建设/城市建设和市政管理/园林绿化环卫'
  if (all.length > mostLines) return `分类最多 ${mostLines} 行。`
  const at = all.findIndex(
    levels => levels.length > 3 || levels.some(name => name === '' || name.length > longest),
  )
  if (at < 0) return undefined
  return `第 ${at + 1} 行“${all[at]?.join(between)}”不是一至三级的分类：各级之间用“/”，每级不超过 ${longest} 字。`
}

function levelsOf(lines: string): string[][] {
  return lines
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => line.split(/[\t/]/).map(level => level.trim()))
}
