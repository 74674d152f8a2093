import { citiesNamed } from './cities.ts'

/** The words of a demand and where it is. */
export interface SaidWhere {
  readonly subject: string
  readonly body: string
  readonly place: string
}

/**
 * The other cities that a demand names, where it is likely not about ours: in its place, or in words that do not name ours too.
 * `names` are those of all agencies of the house, of which each begins with its city.
 */
export function elsewhereIn({ subject, body, place }: SaidWhere, names: readonly string[]): string[] {
  const ours = (city: string) => names.some(name => name.includes(city))
  const others = (text: string) => citiesNamed(text).filter(city => !ours(city))
  const inPlace = others(place)
  if (inPlace.length > 0) return inPlace
  const own = new Set(names.flatMap(name => /^\p{Script=Han}{2,6}?市/u.exec(name)?.[0] ?? []))
  const words = `${place}\n${subject}\n${body}`
  return [...own].some(city => words.includes(city)) ? [] : others(words)
}

/** What is said of them to the agent, who has the caller on the line. */
export function elsewhereToAgent(cities: readonly string[]): string {
  return `写有“${cities.join('”“')}”，可能不归本热线受理，请与来电人核实地点。`
}

/** What is said of them to who filed by himself. */
export function elsewhereToCaller(cities: readonly string[]): string {
  return `您写的内容提到“${cities.join('”“')}”。本热线只办理本市的诉求；事情发生在那里的，请拨打当地区号加 12345。`
}
