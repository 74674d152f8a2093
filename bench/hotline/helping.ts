import type { Up } from '../../src/app/platform-up.ts'
import { government } from '../../src/demo/city.ts'
import { whoIsWho } from '../../src/demo/who.ts'
import { learnWhereDemandsGo } from '../../src/hotline/act/duties/learning.ts'
import { wallboard } from '../../src/hotline/act/figures/wallboard.ts'
import { liveHelp } from '../../src/hotline/act/live/helping.ts'
import { registerDemand } from '../../src/hotline/act/registering.ts'
import { joinWaiting } from '../../src/hotline/act/topics/joining.ts'
import { regroup } from '../../src/hotline/act/topics/regrouping.ts'
import { momentToday } from '../../src/platform/clock.ts'
import { addDays, dayOf } from '../../src/statute/day.ts'
import { isRefusal } from '../../src/statute/refusal.ts'
import { line, p95 } from '../measure.ts'
import { demands } from './demands.ts'
import { keyboardLines } from './keyboard.ts'

const today = dayOf('2026-01-20')
const typed = demands(200, 11)

/** What helps an agent while he types, the wallboard, and a demand that finds its matter among those of a month. */
export async function helpingLines(up: Up) {
  const { work } = up
  const moment = momentToday()
  const learned = performance.now()
  await learnWhereDemandsGo(work, moment)
  const seconds = ((performance.now() - learned) / 1000).toFixed(0)
  return [
    { what: 'where demands went, learned from the past', figure: `${seconds} s`, ratio: '' },
    line('live help while typing, p95', await helped(up), 80),
    ...keyboardLines(),
    line('the wallboard, p95', await p95(60, () => wallboard(work, [government], { today, moment })), 20),
    ...(await joining(up)),
  ]
}

/** Each demand half typed and typed to its end, by a caller who called before. */
async function helped({ work, secrets }: Up): Promise<number> {
  const reader = (await whoIsWho(work))('hotlineAgent', government)
  const by = { reader, moment: momentToday(), today, secrets }
  return await p95(typed.length * 2, at => {
    const { subject = '', body = '' } = typed[at >> 1] ?? {}
    const until = at % 2 === 0 ? Math.floor(body.length / 2) : body.length
    const said = { subject, body: body.slice(0, until), place: '', phone: `000-${10_000_000 + at}` }
    return liveHelp(work, { ...said, agency: government, type: 'help', urgency: 'ordinary' }, by)
  })
}

/** First the matters of a month, over a span; then each demand that comes in finds its own. */
async function joining({ work, secrets }: Up) {
  const [by, moment] = [(await whoIsWho(work))('hotlineAgent', government), momentToday()]
  const began = performance.now()
  const month = { agency: government, from: addDays(today, -30), until: today }
  const { demands: grouped } = await regroup(work, month)
  const took = (performance.now() - began) / 1000
  while ((await joinWaiting(work, government, today)) > 0);
  const taken: number[] = []
  for (const { subject, body } of typed.slice(0, 60)) {
    const kind = { type: 'help', channel: 'phone', urgency: 'ordinary', confidential: false } as const
    const told = { ...kind, agency: government, subject, body, place: '', caller: { name: '', phone: '' } }
    const receipt = await registerDemand(work, told, { by, moment, secrets })
    if (isRefusal(receipt)) throw new Error(receipt.message)
    const started = performance.now()
    await joinWaiting(work, government, today)
    taken.push(performance.now() - started)
  }
  const late = taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? 0
  return [
    {
      what: `matters of a month, ${grouped} demands`,
      figure: `${took.toFixed(0)} s`,
      ratio: `${(took / 60).toFixed(2)} of 60 s`,
    },
    line('a demand that comes in joins its matter, p95', late, 50),
  ]
}
