import type { Day } from '../../statute/day.ts'

/** Whom a decision concerns 行政相对人类别, as the State's double publicity 双公示 divides them. */
export const partyKinds = ['person', 'organisation', 'soleTrader'] as const
export type PartyKind = (typeof partyKinds)[number]
export const partyKindLabel = {
  person: '自然人',
  organisation: '法人及非法人组织',
  soleTrader: '个体工商户',
} as const satisfies Record<PartyKind, string>

/** One result in bulk 许可、处罚等结果: a permit, a penalty, a coercive measure or a fee, as the public reads it. */
export interface ResultLine {
  /** 文号 of the decision, or the number of the receipt. */
  readonly reference: string
  /** The party; of a natural person no more than the surname: the whole name is never kept. */
  readonly party: string
  readonly partyKind: PartyKind
  readonly matter: string
  readonly basis: string
  readonly decidedOn: Day
  /** Yuan with two decimals; null where no money is named. */
  readonly amountYuan: string | null
  /** Not shown: counted, but not in the public tables. */
  readonly shown: boolean
  /** Why it is not shown; empty where it is. */
  readonly unshownReason: string
}

/** The line in its one writing, from which the hash over the rows is made, so that a review binds to every cell. */
export function canonicalLine(place: number, line: ResultLine): string {
  const { reference, party, partyKind, matter, basis, decidedOn, amountYuan, shown, unshownReason } = line
  const cells = [place, reference, party, partyKind, matter, basis, decidedOn, amountYuan, shown]
  return `${JSON.stringify([...cells, unshownReason])}\n`
}

/** Compound surnames that are common enough to meet. */
const compound =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|南宫|端木|百里|呼延|轩辕|申屠)/

/** The name of a natural person as the public may read it: 张三 becomes 张*, 欧阳小明 becomes 欧阳**. Masking twice changes nothing. */
export function masked(name: string): string {
  const plain = name.trim()
  const surname = compound.exec(plain)?.[0] ?? [...plain][0] ?? ''
  const rest = [...plain].length - [...surname].length
  return surname + '*'.repeat(Math.min(2, Math.max(1, rest)))
}

const organisationWords =
  /(?:公司|集团|厂|店|铺|中心|医院|学校|学院|大学|幼儿园|委员会|合作社|协会|基金会|事务所|银行|支行|分行|局|院|所|站|队|社|部|馆|场|行|会|村|社区|研究所|工作室|经营部|工程处|[)）])$/

/** What a party is by its name alone; who is not plainly an organisation is treated as a person, so that no name slips out. */
export function kindByName(name: string): PartyKind {
  if (/个体工商户|个体户/.test(name)) return 'soleTrader'
  return [...name].length > 4 && organisationWords.test(name) ? 'organisation' : 'person'
}
