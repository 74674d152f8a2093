import { z } from '@hono/zod-openapi'
import { refuse } from '../../statute/refusal.ts'
import { withheldGrounds } from '../../statute/taxonomy.ts'
import * as answering from '../act/answering.ts'
import * as handling from '../act/handling.ts'
import { handOver } from '../act/hands.ts'
import * as objections from '../act/objections.ts'
import { decidePublication, proposePublication } from '../act/publishing.ts'
import { decideRemedy, lodgeRemedy, noteRemedy, openRound } from '../act/remedies.ts'
import { objectionFindings, remedyResults, remedyRoutes } from '../events.ts'
import { servingWays } from '../request.ts'
import type { FoiStep } from '../steps.ts'
import { recordOf } from '../store/history.ts'
import { day, outcomeForm, words } from './forms.ts'
import { type Taker, taker } from './taking.ts'

const nothing = {}
const reason = { reason: words(2000) }
const asking = { answerBy: day, ...reason }
const of = words(200).min(1, '请填写被征求意见的一方')
const count = z.int('请填写整数').min(1, '至少为 1')
const person = z.object({ id: words(100), name: words(100) })
const remedy = z.uuid('请选择复议或者诉讼')
const decision = {
  ...{ outcome: outcomeForm, reasoning: words(20_000) },
  parts: z
    .array(z.object({ what: words(300), ground: z.enum(withheldGrounds) }))
    .max(100)
    .optional(),
  ...{ publicAt: words(500).optional(), rightAgency: words(200).optional() },
}

/** What each step takes and which verb does it; a step with files has a route of its own. */
export const takers = {
  receive: taker({ on: day, evidence: words(500) }, handling.receive),
  assign: taker(
    { department: words(100).min(1, '请填写承办处室'), limit: day, handler: person.optional() },
    handling.assign,
  ),
  handOver: taker({ to: person, ...reason }, handOver),
  askForCorrection: taker(asking, handling.askForCorrection),
  receiveCorrection: taker(
    { on: day, description: words(5000).min(1, '请填写补正后的申请内容') },
    handling.receiveCorrection,
  ),
  lapse: taker(nothing, answering.lapse),
  seekOpinion: taker({ of, party: z.enum(['thirdParty', 'coMaker']) }, handling.seekOpinion),
  receiveOpinion: taker(
    { of, answer: z.enum(['consents', 'objects', 'silent']), words: words(2000) },
    handling.receiveOpinion,
  ),
  weigh: taker({ of, finding: z.enum(objectionFindings), ...reason }, objections.weigh),
  proposeExtension: taker(
    { workdays: count.max(20, '最多 20 个工作日'), ...reason },
    handling.proposeExtension,
  ),
  declineExtension: taker(reason, (work, doing, told) => handling.declineExtension(work, doing, told.reason)),
  extend: taker(reason, (work, doing, told) => handling.extend(work, doing, told.reason)),
  askForReasons: taker(asking, objections.askForReasons),
  receiveReasons: taker({ words: words(2000) }, (work, doing, told) =>
    objections.receiveReasons(work, doing, told.words),
  ),
  delay: taker({ until: day, ...reason }, objections.delay),
  hintTransfer: taker(
    { agency: words(200).min(1, '请填写机关名称'), contact: words(200) },
    handling.hintTransfer,
  ),
  notifyFee: taker({ basis: z.enum(['pieces', 'pages']), count: count.max(1_000_000) }, handling.notifyFee),
  receivePayment: taker({ on: day }, (work, doing, told) => handling.receivePayment(work, doing, told.on)),
  closeUnpaid: taker(nothing, answering.closeUnpaid),
  draft: taker(decision, answering.draft),
  check: taker(nothing, answering.check),
  sendBack: taker(reason, (work, doing, told) => answering.sendBack(work, doing, told.reason)),
  consent: taker(nothing, answering.consent),
  answer: taker(nothing, answering.answer),
  serve: taker({ way: z.enum(servingWays), proof: words(500) }, answering.serve),
  withdraw: taker(nothing, answering.withdraw),
  note: taker({ text: words(2000).min(1, '请填写备注') }, (work, doing, told) =>
    handling.note(work, doing, told.text),
  ),
  lodgeRemedy: taker(
    {
      ...{ route: z.enum(remedyRoutes), body: words(200).min(1, '请填写复议机关或者法院'), on: day },
      ...{ reference: words(100), reason: words(2000).optional() },
    },
    lodgeRemedy,
  ),
  noteRemedy: taker({ remedy, text: words(2000) }, noteRemedy),
  decideRemedy: taker(
    {
      ...{ remedy, result: z.enum(remedyResults), words: words(2000) },
      ...{ answerAgain: z.boolean(), on: day },
    },
    decideRemedy,
  ),
  openRound: taker({ orderCameOn: day }, async (work, doing, told) => {
    const done = await openRound(work, doing, told)
    const record = done.kind === 'round' ? await recordOf(work, doing.id) : undefined
    if (done.kind !== 'round') return done
    return record?.standing ?? refuse('没有这件申请。')
  }),
  proposePublication: taker(reason, (work, doing, told) => proposePublication(work, doing, told.reason)),
  decidePublication: taker(
    { publish: z.boolean(), ...reason, title: words(200), text: words(50_000) },
    decidePublication,
  ),
} as const satisfies Partial<Record<FoiStep, Taker>>

/** The steps that are taken through one address. */
export type PostedStep = keyof typeof takers

/** Is this a step that is taken through the one address? */
export function isPostedStep(step: string): step is PostedStep {
  return Object.hasOwn(takers, step)
}
