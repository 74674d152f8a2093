/** Demands of each whole week of a window, the first week first. */
export type Weeks = readonly number[]

/** One group's demands in the four windows; the windows of last year lie 52 weeks earlier, so that weekdays match. */
export interface WindowCounts {
  readonly before: Weeks
  readonly after: Weeks
  readonly beforeLastYear: Weeks
  readonly afterLastYear: Weeks
}

/** A ratio of rates with its interval of 95 %: below 1 is a fall. */
export interface RatioOfRates {
  readonly ratio: number
  readonly low: number
  readonly high: number
}

/** What was measured: numbers and intervals, never a verdict. Null where there is nothing to compare with. */
export interface Effect {
  /** Demands a week after ÷ before. */
  readonly alone: RatioOfRates
  /** The same ÷ that of the rest of the city. */
  readonly againstCity: RatioOfRates | null
  /** The same ÷ that of the same weeks a year earlier. */
  readonly againstSeason: RatioOfRates | null
  /** The city's course taken out in both years. */
  readonly againstBoth: RatioOfRates | null
  /** How much more the weeks differ than chance alone would have them: 1 is as much as chance. */
  readonly dispersion: { readonly scope: number; readonly rest: number }
  /** By which multiple of the standard error the interval reaches out. */
  readonly quantile: number
}

/** Upper quantiles 97.5 % of Student's t with 1 … 30 degrees of freedom. */
const studentQuantiles = [
  ...[
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  ],
  ...[2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042],
]

const sum = (weeks: Weeks) => weeks.reduce((total, count) => total + count, 0)

/** Freedom that is left after each window's own mean. */
const freedom = (windows: readonly Weeks[]) =>
  windows.reduce((total, weeks) => total + Math.max(0, weeks.length - 1), 0)

/** Pearson's χ² of the weeks about the mean of their window ÷ degrees of freedom, at least 1 (decision 0028). */
export function dispersionOf(windows: readonly Weeks[]): number {
  const degrees = freedom(windows)
  if (degrees === 0) return 1
  const chi = windows.reduce((total, weeks) => {
    const mean = sum(weeks) / weeks.length
    return mean === 0 ? total : total + weeks.reduce((part, count) => part + (count - mean) ** 2 / mean, 0)
  }, 0)
  return Math.max(1, chi / degrees)
}

/** How far an interval of 95 % reaches: Student's t where the dispersion was estimated, the normal where it could not be. */
export function quantileOf(windows: readonly Weeks[]): number {
  const degrees = freedom(windows)
  if (degrees === 0) return 1.96
  return studentQuantiles[degrees - 1] ?? 1.96 + 2.45 / degrees
}

interface Term {
  readonly weeks: Weeks
  /** 1 multiplies, −1 divides. */
  readonly power: 1 | -1
  readonly dispersion: number
}

/** The product of rates and its interval on the scale of logarithms; ½ is added to each count, so that none divides by 0. */
function ratioOf(terms: readonly Term[], quantile: number): RatioOfRates {
  const log = terms.reduce(
    (total, { weeks, power }) => total + power * Math.log((sum(weeks) + 0.5) / weeks.length),
    0,
  )
  const variance = terms.reduce((total, { weeks, dispersion }) => total + dispersion / (sum(weeks) + 0.5), 0)
  const reach = quantile * Math.sqrt(variance)
  return { ratio: Math.exp(log), low: Math.exp(log - reach), high: Math.exp(log + reach) }
}

/** What happened to the demands of a project beside the rest of the city and the season before; null while no week has passed. */
export function effectOf(scope: WindowCounts, rest: WindowCounts): Effect | null {
  if (scope.before.length === 0 || scope.after.length === 0) return null
  const dispersion = { scope: dispersionOf(windowsOf(scope)), rest: dispersionOf(windowsOf(rest)) }
  const quantile = quantileOf([scope.before, scope.after])
  const rise = (counts: WindowCounts, power: 1 | -1, of: number): Term[] => [
    { weeks: counts.after, power, dispersion: of },
    { weeks: counts.before, power: power === 1 ? -1 : 1, dispersion: of },
  ]
  const fall = (counts: WindowCounts, power: 1 | -1, of: number): Term[] => [
    { weeks: counts.afterLastYear, power, dispersion: of },
    { weeks: counts.beforeLastYear, power: power === 1 ? -1 : 1, dispersion: of },
  ]
  const alone = rise(scope, 1, dispersion.scope)
  const city = rise(rest, -1, dispersion.rest)
  const season = fall(scope, -1, dispersion.scope)
  const citysSeason = fall(rest, 1, dispersion.rest)
  const hasCity = sum(rest.before) > 0 && sum(rest.after) > 0
  const hasSeason = sum(scope.beforeLastYear) + sum(scope.afterLastYear) > 0
  const hasCitysSeason = sum(rest.beforeLastYear) > 0 && sum(rest.afterLastYear) > 0
  return {
    alone: ratioOf(alone, quantile),
    againstCity: hasCity ? ratioOf([...alone, ...city], quantile) : null,
    againstSeason: hasSeason ? ratioOf([...alone, ...season], quantile) : null,
    againstBoth:
      hasCity && hasSeason && hasCitysSeason
        ? ratioOf([...alone, ...city, ...season, ...citysSeason], quantile)
        : null,
    ...{ dispersion, quantile },
  }
}

const windowsOf = ({ before, after, beforeLastYear, afterLastYear }: WindowCounts): readonly Weeks[] =>
  [before, after, beforeLastYear, afterLastYear].filter(weeks => sum(weeks) > 0)
