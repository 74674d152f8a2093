import type { Applicant, ApplicantKind } from '../../foi/request.ts'
import { oneOf } from './topics.ts'

const given = ['安宁', '明远', '晓晴', '志诚', '雅文', '国梁', '思齐', '若兰', '建平', '海燕', '文博', '佳慧']
const houses = ['青松', '白鹭', '云帆', '晨光', '金桥', '远山']

const organisation = {
  business: (house: string) => `演示${house}商贸有限公司`,
  research: (house: string) => `演示${house}城市研究所`,
  charity: (house: string) => `演示${house}志愿服务中心`,
  legalService: (house: string) => `演示${house}律师事务所`,
  other: (house: string) => `演示${house}小区业主委员会`,
} as const satisfies Record<Exclude<ApplicantKind, 'naturalPerson'>, (house: string) => string>

/** A plainly invented applicant: the surname 演 or the word 演示, and papers that are none. */
export function applicant(kind: ApplicantKind, number: number): Applicant {
  const digits = String(number % 1_000_000).padStart(6, '0')
  const person = kind === 'naturalPerson'
  const name = person ? `演${oneOf(given, number)}` : organisation[kind](oneOf(houses, number))
  const agent =
    number % 9 === 4
      ? { name: `演${oneOf(given, number + 5)}`, document: `演示证件9${digits}`, authority: '演示授权委托书' }
      : null
  return {
    ...{ name, document: `${person ? '演示证件' : '演示信用代码'}${digits}`, contact: `0000-${digits}` },
    ...{ address: `云川市演示路${number % 300}号`, agent },
  }
}
