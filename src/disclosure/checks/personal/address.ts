import { before, type PersonalFind } from './a-find.ts'

const number = String.raw`(?:\d{1,5}|[一二三四五六七八九十百]{1,5})(?:-\d{1,4})?`
const dwelling = new RegExp(
  [
    String.raw`(?:\p{Script=Han}{2,12}?(?:小区|花园|家园|新村|公寓|佳苑|苑|园|城|府|邸|村|屯|路|街|道|巷|里|弄|胡同))`,
    String.raw`(?:\p{Script=Han}{0,6}${number}(?:号楼|号院|号|弄|栋|幢|座|楼|组)){1,2}`,
    `(?:${number}(?:单元|门|栋|幢|号楼))?(?:${number}(?:层|楼))?${number}(?:室|户|房)`,
  ].join(''),
  'gu',
)
const rural = /\p{Script=Han}{2,12}(?:村|屯)(?:\d{1,3}|[一二三四五六七八九十]{1,3})组(?:\d{1,4})号/gu
const home = /住址|家庭|户籍|居住|现住|住在|家住|住所地?[:：]?$|住[于在]?$/
const office = /办公|地址|地点|报名|窗口|大厦|大楼|中心|政府|机关|局|会议|现场|办事|单位/

/** Home addresses down to the door. One of an office is none; one that is not said to be a home is only mentioned. */
export function addressesIn(text: string): readonly PersonalFind[] {
  const found = [...text.matchAll(dwelling), ...text.matchAll(rural)]
  return found.flatMap(({ 0: whole, index: start }) => {
    const lead = /^(?:现居住|居住|现住|家住|住|位于|户籍地?)[于在]?/.exec(whole)?.[0] ?? ''
    const [address, index] = [whole.slice(lead.length), start + lead.length]
    const said = before(text, index, 14)
    const isHome = home.test(said)
    if (!isHome && (office.test(said) || /大厦|大楼|中心|政府|写字楼|商务/.test(address))) return []
    return {
      ...{ rule: 'personal.address', severity: isHome ? 'severe' : 'mild', start: index, text: address },
      ...{
        what: '住址',
        proposal: address.replace(/(?:\d|[一二三四五六七八九十百]+(?=号|栋|幢|座|单元|室|组)).*$/u, '***'),
      },
    } as const
  })
}
