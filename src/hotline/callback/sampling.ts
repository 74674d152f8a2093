import type { Demand, DemandType } from '../demand.ts'

/** Of a hundred demands of each type, how many callers are asked afterwards; a city changes them. */
export type Sampling = Readonly<Record<DemandType, number>>

/**
 * Is the caller of this demand to be asked? Told by its number alone, so that nobody chooses who is asked, and everybody can
 * check it: the numbers of a day are spread evenly over the hundred.
 */
export function isSampled({ number, type }: Pick<Demand, 'number' | 'type'>, sampling: Sampling): boolean {
  return spread(number) < sampling[type]
}

/** 0 to 99, evenly spread: the digits as a number times a prime that has no part in a hundred. */
function spread(number: string): number {
  return (
    [...number.replaceAll(/\D/g, '')].reduce((sum, digit) => (sum * 10 + Number(digit) * 37) % 9973, 7) % 100
  )
}
