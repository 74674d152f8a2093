import { answer, check, consent, draft, sendBack, serve } from '../../foi/act/answering.ts'
import { rate } from '../../foi/act/applicant.ts'
import * as handling from '../../foi/act/handling.ts'
import { askForReasons, receiveReasons, weigh } from '../../foi/act/objections.ts'
import { decidePublication, proposePublication } from '../../foi/act/publishing.ts'
import type { Decision, ObjectionFinding, OpinionAnswer } from '../../foi/events.ts'
import { receiptEvidence } from '../../foi/request.ts'
import { theCalendar, workdayAfter } from '../../statute/calendar.ts'
import { addDays } from '../../statute/day.ts'
import type { Course } from './course.ts'
import { oneOf, topicOf } from './topics.ts'
import type { Wanted } from './wanted.ts'

/** Confirms receipt where the channel does not prove it, and gives the request to a department. */
export function taken(course: Course, { channel, number, asked }: Wanted): void {
  if (receiptEvidence[channel].confirmed) {
    const evidence = oneOf(['与申请人电话确认', '申请人在平台上确认', '以短信与申请人双方确认'], number)
    course
      .wait(number % 3 === 0 ? 1 : 0)
      .act('officer', (work, doing) => handling.receive(work, doing, { on: doing.today, evidence }))
  }
  const department = oneOf(asked.departments, number)
  course.wait(1).act('officer', (work, doing) => {
    const limit = workdayAfter(theCalendar, doing.today, 10)
    const handler = number % 4 === 3 ? undefined : doing.handler
    return handling.assign(work, doing, { department, limit, handler })
  })
}

/** Asks for a correction; `corrected` false where none comes. */
export function correctionAsked(course: Course, { asked, number }: Wanted, corrected = true): void {
  const days = 15 + (number % 3) * 5
  const reason =
    '申请内容没有写明信息的年度和文件名称，不能据以查找。\n请补充年度，并写明项目或者文件的名称。'
  course
    .wait(2)
    .act('officer', (work, doing) =>
      handling.askForCorrection(work, doing, { answerBy: addDays(doing.today, days), reason }),
    )
  if (!corrected) {
    course.notBefore(addDays(course.on, days + 1))
    return
  }
  const description = `${topicOf(asked, number)}（补正：以市局正式印发的文件为准）`
  course
    .wait(4)
    .act('applicant', (work, doing) =>
      handling.receiveCorrection(work, doing, { on: doing.today, description }),
    )
}

/** Seeks an opinion and takes it in; an objection is weighed, Art. 32. */
export function opinionSought(
  course: Course,
  { asked, number }: Wanted,
  { answer: said, finding }: { answer: OpinionAnswer; finding?: ObjectionFinding },
): void {
  const party = said === 'consents' && number % 16 === 7 ? 'coMaker' : 'thirdParty'
  const of = party === 'coMaker' ? asked.coMaker : oneOf(asked.parties, number)
  const words = {
    consents: '同意公开。',
    objects: '其中有本公司的报价和客户信息，属于商业秘密，不同意公开。',
    silent: '逾期未提出意见。',
  }[said]
  course
    .wait(1)
    .act('departmentOfficer', (work, doing) => handling.seekOpinion(work, doing, { of, party }))
    .wait(said === 'silent' ? 16 : 6 + (number % 5))
    .act('departmentOfficer', (work, doing) =>
      handling.receiveOpinion(work, doing, { of, answer: said, words }),
    )
  if (finding === undefined) return
  const reason =
    finding === 'reasonable'
      ? '报价构成和客户名单能带来竞争优势，公司采取了保密措施，属于商业秘密。'
      : '涉及居民居住安全，不公开会对公共利益造成重大影响。'
  course.wait(1).act('departmentOfficer', (work, doing) => weigh(work, doing, { of, finding, reason }))
}

/** Proposes an extension and has it granted, Art. 33. */
export function extended(course: Course): void {
  const reason = '信息涉及多年档案，需要逐卷调阅核对。'
  course
    .wait(7)
    .act('departmentOfficer', (work, doing) =>
      handling.proposeExtension(work, doing, { workdays: 15, reason }),
    )
    .wait(1)
    .act('head', (work, doing) => handling.extend(work, doing, reason))
    .wait(8)
}

/** Asks for the reasons of number or frequency, and takes them in, Art. 35. */
export function reasonsAsked(course: Course): void {
  const reason = '申请人在一个月内就同类事项提出申请三十余件，明显超过合理范围。'
  course
    .wait(2)
    .act('officer', (work, doing) =>
      askForReasons(work, doing, { answerBy: addDays(doing.today, 10), reason }),
    )
    .wait(3)
    .act('applicant', (work, doing) => receiveReasons(work, doing, '想了解各小区的情况，用于比较。'))
}

/** From the draft to service: drafted, passed, consented, answered, served. */
export function answered(
  course: Course,
  { number, servingWay, decideFrom }: Wanted,
  decision: Decision,
): void {
  course.wait(number % 23 === 7 ? 19 : 2 + (number % 6)).notBefore(decideFrom)
  course.act('departmentOfficer', (work, doing) => draft(work, doing, decision)).wait(1)
  if (number % 11 === 5) {
    course
      .act('coordinator', (work, doing) => sendBack(work, doing, '理由写得过于笼统，请逐项说明。'))
      .wait(1)
      .act('departmentOfficer', (work, doing) => draft(work, doing, decision))
  }
  const proof = { internet: '平台送达记录', post: '演示邮件号EY000000', counter: '申请人签收' }[servingWay]
  course
    .act('coordinator', check)
    .wait(1)
    .act('head', consent)
    .wait(number % 2)
    .end('officer', answer)
    .wait(1)
    .act('officer', (work, doing) => serve(work, doing, { way: servingWay, proof }))
}

/** The applicant says how satisfied he is; some answers are published, Art. 44. */
export function afterwards(course: Course, { number, asked }: Wanted): void {
  if (number % 4 === 1) {
    const [score, words] = oneOf(
      [
        [5, '答复清楚，办理及时。'],
        [4, ''],
        [3, '希望再快一些。'],
      ] as const,
      number,
    )
    course.wait(2).act('applicant', (work, doing) => rate(work, doing, { score, words }))
  }
  if (number % 7 !== 3) return
  const publish = number % 3 !== 0
  const title = `关于${topicOf(asked, number)}的答复`
  const text = '经审查，该信息可以公开，已向申请人提供，现予以主动公开。'
  const reason = publish
    ? '多人申请同一信息，属于应当主动公开的内容。'
    : '只涉及个别项目，不属于主动公开的范围。'
  course
    .wait(2)
    .act('officer', (work, doing) => proposePublication(work, doing, '有多名申请人申请相同的信息。'))
    .wait(2)
    .act('head', (work, doing) => decidePublication(work, doing, { publish, reason, title, text }))
}
