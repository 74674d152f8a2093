import type { Day } from '../../statute/day.ts'
import { dayOfField } from './dates.ts'
import type { TellFault } from './fault.ts'
import type { SiteField } from './mapping.ts'
import { validityIn } from './meaning.ts'

/** That a document is no longer as it was, since when and by what. */
export interface EndTold {
  readonly validity: 'revised' | 'repealed' | 'expired'
  readonly endsOn: Day
  readonly byWords: string
}

/** What the page says of being repealed or past its term; it must say since when, or nothing true can be kept. */
export function endTold(
  say: (field: SiteField) => string,
  about: { readonly today: Day; readonly madeOn: Day | undefined },
  tell: TellFault,
): EndTold | undefined {
  const words = say('validity')
  const validity = validityIn(words)
  if (validity === 'inForce') return undefined
  const at = { field: 'validity', value: words } as const
  if (validity === 'unclear') {
    tell(
      'endUnknown',
      `有效性“${words.slice(0, 30)}”不认识，应为有效、修订、废止或者失效；请在映射中指明。`,
      at,
    )
    return undefined
  }
  const endsOn = dayOfField(say, 'endsOn', about, tell)
  if (endsOn === undefined) {
    tell(
      'endUnknown',
      '页面写明已修订、废止或者失效，但没有写自哪天起；请在映射中指明“废止或者失效日期”。',
      at,
    )
    return undefined
  }
  if (about.madeOn !== undefined && endsOn < about.madeOn) {
    const message = `废止或者失效日期 ${endsOn} 早于成文日期 ${about.madeOn}，请核对原页面。`
    tell('endedBeforeMaking', message, { field: 'endsOn', value: endsOn })
    return undefined
  }
  return { validity, endsOn, byWords: say('endedBy') || '据原网站记载' }
}
