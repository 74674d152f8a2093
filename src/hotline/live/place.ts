import { placesIn } from '../topics/places.ts'

const door = '(?:\\s*[A-Za-z]?\\d+\\s*(?:号院|号楼|号|弄|栋|幢|座|单元|楼|室))*'

/** The places that a text names, as they are put into the field of the place: with the number of the house where it stands. */
export function placesTold(text: string): string[] {
  const said = text.normalize('NFKC')
  return placesIn(said).map(({ name }) => new RegExp(name + door, 'u').exec(said)?.[0].trim() ?? name)
}
