import { theApplicant } from '../../foi/act/applicant.ts'
import { type LodgingBy, lodge } from '../../foi/act/lodge.ts'
import { type Sending, sendingOf } from '../../foi/act/sending.ts'
import { theSystem } from '../../office/agencies.ts'
import type { Secrets } from '../../platform/secret.ts'
import { saveSetting, settingForms } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { NoticeMissing } from '../../statute/calendar.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { type Who, whoIsWho } from '../who.ts'
import { contest } from './contested.ts'
import { type Act, firstWorkday } from './course.ts'
import { openNow, type Told } from './open.ts'
import { courseOf } from './outcomes.ts'
import { applicant } from './people.ts'
import { planOf } from './plan.ts'
import { handling, topicOf } from './topics.ts'
import type { Wanted } from './wanted.ts'

/** A request with its story; its id is known when it has been lodged. */
interface Story extends Told {
  id?: string
}

/**
 * Tells three years of requests through the verbs that the staff use, day by day, so that numbers and letters follow
 * each other as they would. What the published reports of the agencies say in table 3 is what these requests count.
 */
export async function tellRequests(
  work: Work,
  { until, secrets }: { readonly until: Day; readonly secrets: Secrets },
): Promise<void> {
  const stories = storiesUntil(until)
  const places = settingForms.foi.parse({
    ...{ reconsideration: '云川市人民政府', court: '云川市人民法院', contact: '0000-0000000（演示）' },
    reconsiderationUrl: 'https://example.org/?reconsideration',
  })
  await saveSetting(work, 'foi', places, theSystem)
  const who = await whoIsWho(work)
  const sending = await sendingOf(work, secrets)
  for (const { story, act } of inOrder(stories, until)) {
    if (act === undefined) await arrive(work, story, { by: who('officer', agencyOf(story)), secrets })
    else await happen(work, story, act, { who, sending })
  }
}

/** What is told, before anything is written: the requests behind the figures, and those that are open on the day. */
export function storiesUntil(until: Day): Told[] {
  return handling.flatMap(asked => {
    const plan = planOf(asked, until).map(each => fitting(each, until))
    contest(plan)
    return [...plan, ...openNow(asked, { until, first: plan.length })]
  })
}

const agencyOf = ({ wanted }: Story) => wanted.asked.agency

/** What leaves in a year must be decided in it: what takes longer began earlier. */
function fitting(wanted: Wanted, until: Day): Story {
  for (let start = firstWorkday(wanted.arrives); ; start = firstWorkday(addDays(start, -20))) {
    const course = courseOf(wanted, start, until)
    const { endedOn } = course
    if (wanted.decideBy === undefined || (endedOn !== undefined && endedOn <= wanted.decideBy))
      return { wanted, course, start }
  }
}

interface Turn {
  readonly on: Day
  readonly story: Story
  /** Absent where it arrives. */
  readonly act?: Act | undefined
}

function inOrder(stories: readonly Story[], until: Day): Turn[] {
  return stories
    .flatMap(story => [
      { on: story.start, story },
      ...story.course.acts.map(act => ({ on: act.on, story, act })),
    ])
    .filter(({ on }) => on <= until)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

async function arrive(work: Work, story: Story, doing: Omit<LodgingBy, 'today'>): Promise<void> {
  const { asked, number, kind, channel, servingWay } = story.wanted
  const lodging = {
    ...{ agency: asked.agency, channel, applicantKind: kind, servingWay },
    ...{ description: topicOf(asked, number), applicant: applicant(kind, number) },
    givingForm: servingWay === 'internet' ? 'electronic' : 'paper',
  } as const
  const receipt = await lodge(work, lodging, { ...doing, today: story.start })
  if (isRefusal(receipt)) throw new Error(receipt.message)
  story.id = receipt.id
}

interface With {
  readonly who: Who
  readonly sending: Sending
}

async function happen(work: Work, story: Story, { on, by, tell }: Act, { who, sending }: With) {
  if (story.id === undefined) return
  const asApplicant = by === 'applicant'
  const actor = by === 'applicant' ? theApplicant : who(by, agencyOf(story))
  const { id, name } = who('departmentOfficer', agencyOf(story))
  const doing = { id: story.id, by: actor, today: on, asApplicant, ...sending, handler: { id, name } }
  try {
    const done = await tell(work, doing)
    if ('kind' in done) throw new Error(`${on} ${story.wanted.number} ${by}: ${JSON.stringify(done)}`)
  } catch (cause) {
    // The period would end in a year without its notice: nobody can say when, and the story waits.
    if (!(cause instanceof NoticeMissing)) throw cause
    delete story.id
  }
}
