import { closeUnpaid, lapse, withdraw } from '../../foi/act/answering.ts'
import { hintTransfer, notifyFee, receivePayment } from '../../foi/act/handling.ts'
import { delay } from '../../foi/act/objections.ts'
import type { Decision } from '../../foi/events.ts'
import { addDays } from '../../statute/day.ts'
import type { Outcome, ResultRow } from '../../statute/taxonomy.ts'
import { rowOf } from '../../statute/taxonomy.ts'
import { Course } from './course.ts'
import type { Wanted } from './wanted.ts'
import {
  afterwards,
  answered,
  correctionAsked,
  extended,
  opinionSought,
  reasonsAsked,
  taken,
} from './ways.ts'

/** The story of a request that ends in its row, from its first day. */
export function courseOf(wanted: Wanted, start: Wanted['arrives'], until: Wanted['arrives']): Course {
  const course = new Course(start, until)
  taken(course, wanted)
  if (wanted.outcome.kind === 'closed') ended(course, wanted, wanted.outcome.ground)
  else {
    onTheWay(course, wanted, rowOf(wanted.outcome))
    answered(course, wanted, decisionOf(wanted.outcome, wanted))
    if (wanted.outcome.kind === 'granted') afterwards(course, wanted)
  }
  return course
}

/** What happens before the draft: what the outcome needs, and now and then what it does not. */
function onTheWay(course: Course, wanted: Wanted, row: ResultRow): void {
  const { number } = wanted
  const objects = row === 'withheld.thirdParty' || (row === 'partlyGranted' && number % 2 === 0)
  if (row === 'unavailable.stillUnclear') correctionAsked(course, wanted)
  else if (row === 'unprocessed.abusive') reasonsAsked(course)
  else if (objects) opinionSought(course, wanted, { answer: 'objects', finding: 'reasonable' })
  else if (row === 'unavailable.notHeld' && number % 3 === 1) hinted(course, wanted)
  else if (number % 8 === 2) correctionAsked(course, wanted)
  else if (number % 8 === 4) extended(course)
  else if (row === 'granted') beforeGranting(course, wanted)
}

function beforeGranting(course: Course, wanted: Wanted): void {
  const { number, mayPay } = wanted
  if (number % 8 === 5) opinionSought(course, wanted, { answer: 'objects', finding: 'outweighed' })
  else if (number % 8 === 7)
    opinionSought(course, wanted, { answer: number % 3 === 0 ? 'silent' : 'consents' })
  else if (number % 13 === 6) delayed(course)
  else if (mayPay && number % 2 === 1) feeAsked(course, wanted, true)
}

/** Another agency has it, and the applicant is told early, Art. 36 (5). */
function hinted(course: Course, { asked }: Wanted): void {
  course.act('officer', (work, doing) =>
    hintTransfer(work, doing, { agency: asked.coMaker, contact: '电话0000-0000000' }),
  )
}

/** The reasons are reasonable, and a later day is set, Art. 35. */
function delayed(course: Course): void {
  reasonsAsked(course)
  course
    .wait(2)
    .act('officer', (work, doing) =>
      delay(work, doing, { until: addDays(doing.today, 60), reason: '数量较多，须逐件核对后答复。' }),
    )
}

/** The fee by pages, 109号; `pays` false where nobody pays. */
function feeAsked(course: Course, { number }: Wanted, pays: boolean): void {
  const count = 45 + (number % 5) * 40
  course.wait(2).act('officer', (work, doing) => notifyFee(work, doing, { basis: 'pages', count }))
  if (pays) {
    course.wait(4).act('officer', (work, doing) => receivePayment(work, doing, doing.today))
    return
  }
  course.notBefore(addDays(course.on, 31))
}

function ended(course: Course, wanted: Wanted, ground: 'uncorrected' | 'unpaid' | 'other'): void {
  const { decideFrom } = wanted
  switch (ground) {
    case 'uncorrected':
      correctionAsked(course, wanted, false)
      course.notBefore(decideFrom).end('officer', lapse)
      return
    case 'unpaid':
      feeAsked(course, wanted, false)
      course.notBefore(decideFrom).end('officer', closeUnpaid)
      return
    case 'other':
      course.wait(3).notBefore(decideFrom).end('applicant', withdraw)
  }
}

const reasons: Readonly<Partial<Record<ResultRow, string>>> = {
  partlyGranted: '其余内容已作区分处理后提供，见附件。',
  'withheld.stateSecret': '该文件定有密级，保密期限尚未届满。',
  'withheld.otherLaw': '有关法律规定该资料不得向社会公开。',
  'withheld.publicSafety': '图纸载明重要设施的位置和结构，公开后可能危及公共安全。',
  'withheld.thirdParty': '公司不同意公开，理由合理；不公开不会对公共利益造成重大影响。',
  'withheld.internalAffairs': '该材料是本机关内部值班和人员安排，不对外产生影响。',
  'withheld.deliberative': '该材料是尚未定稿的讨论稿，最终文件已经公开。',
  'withheld.enforcementFile': '该材料是行政处罚案卷中的调查笔录，案件当事人可以依法查阅。',
  'withheld.administrativeInquiry': '不动产登记资料请向不动产登记机构查询。',
  'unavailable.notHeld': '本机关检索了档案室目录和业务系统，没有找到该信息。',
  'unavailable.needsCreation': '本机关没有按该口径统计过，需要另行汇总分析。',
  'unavailable.stillUnclear': '补正的内容仍未写明文件名称，检索三次均无法确定。',
  'unprocessed.petition': '申请内容实为要求查处和赔偿，请向信访部门提出。',
  'unprocessed.repeated': '本机关已就相同内容作出答复，没有新的事实和理由。',
  'unprocessed.publication': '该文件刊登在政府公报上，可以到市图书馆查阅。',
  'unprocessed.abusive': '申请人说明的理由不能解释在一个月内提出三十余件申请的必要。',
  'unprocessed.reconfirmation': '申请人要求在已取得的复印件上重新盖章确认。',
}

function decisionOf(outcome: Outcome, { number, asked }: Wanted): Decision {
  const row = rowOf(outcome)
  const decision = { outcome, reasoning: reasons[row] ?? '现将该信息的复印件随本答复书提供。' }
  if (row === 'granted' && number % 5 === 0)
    return { ...decision, reasoning: '', publicAt: '云川市人民政府网站“法定主动公开内容”栏目' }
  if (row === 'partlyGranted') {
    const parts = [
      { what: '名单中的身份证件号码和住址', ground: 'thirdParty' },
      ...(number % 3 === 0 ? [{ what: '评审会讨论记录', ground: 'deliberative' } as const] : []),
    ] as const
    return { ...decision, parts }
  }
  if (row === 'unavailable.notHeld' && number % 3 === 1) {
    const reasoning = '该信息由其他机关制作，本机关没有参与。'
    return { ...decision, reasoning, rightAgency: `${asked.coMaker}（电话0000-0000000）` }
  }
  return decision
}
