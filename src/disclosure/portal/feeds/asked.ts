import { dutyKinds } from '../../../statute/proactive.ts'
import { isItemForm } from '../../forms.ts'
import type { Following } from '../../subscription.ts'

/** What an address asks to follow; what it says wrongly is left out. */
export function followingIn(query: Readonly<Record<string, string | undefined>>): Following {
  const said = (name: string) => {
    const value = query[name]?.trim().slice(0, 100)
    return value === '' ? undefined : value
  }
  const form = said('form')
  const duty = said('duty')
  const words = { item: said('item'), q: said('q'), agency: said('agency'), series: said('series') }
  return {
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)),
    ...(form !== undefined && isItemForm(form) ? { form } : {}),
    ...(dutyKinds.some(each => each === duty) ? { duty: dutyKinds.find(each => each === duty) } : {}),
  }
}
