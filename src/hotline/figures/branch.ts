/** Areas have two levels, categories three. */
export const branches = { area: 2, category: 3 } as const
/** A dimension that is a tree: what stands below what is told by `/` in its values. */
export type BranchGroup = keyof typeof branches

/** What stands exactly here and not below: 城乡建设/ is chosen where a demand has the first level alone. */
const here = '/'

/** Does a value lie on the branch that was chosen? Empty chooses what has no value. */
export function isOnBranch(value: string, chosen: string): boolean {
  if (chosen === '' || chosen.endsWith(here)) return value === chosen.replace(/\/$/, '')
  return value === chosen || value.startsWith(`${chosen}/`)
}

/** Under which key a value is told: its first level, and its last below a branch that was chosen. */
export function branchKey(group: BranchGroup, value: string, chosen: string | undefined): string {
  if (chosen === undefined || value === '') return value.split('/')[0] ?? ''
  return value.split('/').length < branches[group] ? `${value}${here}` : value
}

/** May a key be chosen, to tell what stands below it? */
export function hasBelow(group: BranchGroup, key: string): boolean {
  return key !== '' && !key.endsWith(here) && key.split('/').length < branches[group]
}

const unsaid = { area: '地点没有写明县区、乡镇', category: '没有分类' } as const satisfies Record<
  BranchGroup,
  string
>

/** A key as a table names it. */
export function branchInWords(group: BranchGroup, key: string): string {
  if (key === '') return unsaid[group]
  if (!key.endsWith(here)) return key.replaceAll('/', group === 'area' ? '' : ' › ')
  const above = branchInWords(group, key.slice(0, -1))
  return group === 'area' ? above : `${above}（未再细分）`
}
