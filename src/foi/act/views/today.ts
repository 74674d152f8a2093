import { holds } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type FoiStep, lineOfFoiStep } from '../../steps.ts'
import type { RequestLine, RequestsToday, RequestTask } from '../../view.ts'
import { type Reading, register } from './register.ts'

/** The most open requests that a day shows; the list shows the rest. */
const mostShown = 200

/** What is next in each state, as far as one step leads on. */
const nextStep: Partial<Record<RequestLine['requestState'], FoiStep>> = {
  arrived: 'receive',
  received: 'assign',
  assigned: 'draft',
  drafted: 'check',
  checked: 'consent',
  consented: 'answer',
  answered: 'serve',
}

/** A person's day: requests that wait for them, what runs out first first; and those of their agency that wait for others. */
export async function requestsToday(work: Work, reading: Reading, agency?: string): Promise<RequestsToday> {
  const query = { agency, sort: 'due', descending: false, page: 1, size: mostShown } as const
  const [open, unserved] = await Promise.all([
    register(work, { ...query, state: 'open' }, reading),
    register(work, { ...query, state: 'answered', sort: 'outcome' }, reading),
  ])
  const own = new Set(reading.reader.grants.map(each => each.agency))
  const all = [...open.lines, ...unserved.lines]
    .filter(line => own.has(line.agency))
    .map(line => taskOf(line, reading))
  return {
    tasks: all.filter(({ mine }) => mine),
    waiting: all.filter(({ mine }) => !mine),
    late: all.filter(({ workdaysLeft }) => workdaysLeft !== null && workdaysLeft < 0).length,
    awaitingConsent: all.filter(({ requestState }) => requestState === 'checked').length,
    unconfirmed: all.filter(({ requestState }) => requestState === 'arrived').length,
  }
}

/** It is theirs where they hold a role of the next step, and nobody else was named as handler. */
function taskOf(line: RequestLine, { reader }: Reading): RequestTask {
  const step = nextStep[line.requestState]
  if (step === undefined || (line.requestState === 'assigned' && line.waitsUntil !== null)) {
    const over = line.waitIsOver
    const officer = holds(reader, 'officer', line.agency)
    return { ...line, next: over ? '期限届满，登记结果' : waitingWords(line), mine: over && officer }
  }
  const { label, roles } = lineOfFoiStep(step)
  const named = line.requestState === 'assigned' && line.handler !== null
  const mine = named ? line.handler?.id === reader.id : roles.some(role => holds(reader, role, line.agency))
  return { ...line, next: label, mine }
}

function waitingWords({ requestState }: RequestLine): string {
  if (requestState === 'awaitingCorrection') return '等待申请人补正'
  return requestState === 'awaitingPayment' ? '等待申请人缴费' : '等待征求的意见'
}
