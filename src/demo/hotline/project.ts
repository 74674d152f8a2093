import type { ProjectDoing, ProjectDone } from '../../hotline/act/projects/act.ts'
import { openProject } from '../../hotline/act/projects/opening.ts'
import { agreePlan, plan, progress, publish, report, signOff } from '../../hotline/act/projects/verbs.ts'
import type { Role } from '../../office/roles.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'
import { governed } from './year/matters.ts'

const [lead, beside] = ['yunchuan-market', 'yunchuan-housing'] as const

/**
 * Tells the governance of the hot matter whose calls end: taken in hand, its cause removed by measures, signed off and published.
 * Its page counts the demands before and after. Told once its demands are there, since the project gathers them.
 */
export async function tellProject(
  work: Work,
  { from, who }: { readonly from: Day; readonly who: Who },
): Promise<void> {
  const { place, subject, untilDay } = governed
  const day = (before: number) => addDays(from, untilDay - before)
  const by = (role: Role, agency: string = government) => who(role, agency)
  const limit = addDays(day(0), 25)
  const opening = {
    ...{ agency: government, title: `${place}${subject}专项治理`, lead, coUnits: [beside], limit },
    reason: `${place}${subject}半年来反复来电，修好后又停运，老人上下楼困难。`,
    scope: { words: ['电梯'], places: [place], units: [], types: [], matters: [] },
    ...{ demands: [], once: `demo ${place}` },
  }
  const moment = instantOf(day(61), '10:00:00')
  const { id } = must(await openProject(work, opening, { by: by('supervisor'), moment }))
  const doing = (role: Role, before: number, agency?: string): ProjectDoing => ({
    ...{ id, by: by(role, agency), moment: instantOf(day(before), '15:00:00') },
  })
  const done = (result: ProjectDone) => {
    if ('kind' in result) throw new Error(result.kind === 'refusal' ? result.message : result.kind)
  }
  const measures = [
    { words: '更换两台电梯的曳引机和门机，检验合格后投用', unit: lead, due: day(20) },
    { words: '督促物业公司更换维保单位，公示维保记录', unit: lead, due: day(15) },
    { words: '使用住宅专项维修资金，办结紧急使用手续', unit: beside, due: day(30) },
  ]
  const cause =
    '两台电梯使用超过十五年，主要部件磨损；维保单位只换零件，没有彻底修理；维修资金使用手续没有办。'
  done(await plan(work, doing('handlingUnit', 56, lead), { cause, measures }))
  done(await agreePlan(work, doing('supervisor', 54), '同意。请按时限完成，每周报告进展。'))
  const told = [
    ['维修资金紧急使用手续已办结，资金已拨付。', 3, 33, beside],
    ['新的维保单位已进场，维保记录在每个单元公示。', 2, 18, lead],
    ['两台电梯主要部件已更换，检验合格并投用。', 1, 3, lead],
  ] as const
  for (const [words, measure, before, unit] of told)
    done(await progress(work, doing('handlingUnit', before, unit), { words, measure, done: true }))
  const result = '三项措施全部完成，两台电梯投用以来运行正常。'
  done(await report(work, doing('handlingUnit', 0, lead), result))
  done(await signOff(work, doing('supervisor', -8), '经回访住户和查看现场，措施落实，同意销号。'))
  const summary = `${subject}问题已经解决：更换了主要部件，更换了维保单位，公示了维保记录。今后电梯有故障的，请拨打 12345。`
  done(await publish(work, doing('supervisor', -10), summary))
}
