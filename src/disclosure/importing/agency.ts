import type { Agency } from '../../office/roles.ts'
import type { TellFault } from './fault.ts'
import type { SiteField, SiteMapping } from './mapping.ts'

interface Whose {
  readonly mapping: SiteMapping
  readonly tree: readonly Agency[]
  readonly agency: string
  readonly mayBe: ReadonlySet<string>
}

const plain = (name: string) => name.replaceAll(/[\s　]/g, '')

/** Whose the page is: the agency that it names, with the others that made it together; the chosen one where it names none. */
export function agencyTold(
  say: (field: SiteField) => string,
  { mapping, tree, agency, mayBe }: Whose,
  tell: TellFault,
): { readonly agency: string; readonly jointMakers: readonly string[] } | undefined {
  const value = say('agency')
  if (/^[-—/\s]*$/.test(value)) return { agency, jointMakers: [] }
  const [lead = '', ...others] = [value, ...value.split(/[、,，;；\s]+/).filter(name => name !== '')]
  const whole = codeOf(lead, mapping, tree)
  const [first = '', ...joint] = whole === undefined ? others : [lead]
  const code = whole ?? codeOf(first, mapping, tree)
  const at = { field: 'agency', value } as const
  if (code === undefined) {
    tell(
      'unknownAgency',
      `发布机构“${value.slice(0, 50)}”不在机构表中，请在映射的“机构名称对应”中指明是哪个机关。`,
      at,
    )
    return undefined
  }
  if (!mayBe.has(code)) {
    tell('foreignAgency', `发布机构“${value.slice(0, 50)}”不是所选的机关，请由该机关另行迁入。`, at)
    return undefined
  }
  return { agency: code, jointMakers: joint.filter(name => name.length <= 100).slice(0, 50) }
}

/** The agency of this name: as the mapping says, by its code, its name, its short name, or the end of exactly one name. */
function codeOf(said: string, mapping: SiteMapping, tree: readonly Agency[]): string | undefined {
  const name = plain(said)
  const told = mapping.agencies?.[said] ?? mapping.agencies?.[name]
  if (told !== undefined) return tree.find(({ code }) => code === told)?.code
  const exact = tree.find(each => each.code === name || each.name === name || each.shortName === name)
  if (exact !== undefined || name.length < 4) return exact?.code
  const ending = tree.filter(each => each.name.endsWith(name) || name.endsWith(each.name))
  return ending.length === 1 ? ending[0]?.code : undefined
}
