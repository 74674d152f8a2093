import { yearOf } from '../../statute/day.ts'
import type { Checked } from '../old-register/check.ts'
import { mostFaultsShown, type RegisterView } from '../old-register/view.ts'
import type { RegisterRun } from './act.ts'

/** A dry run as the page shows it: who asks is in none of it but the samples of the person's own file. */
export function viewOf({ sheets, sheet, headings, samples, mapping, ...checked }: RegisterRun): RegisterView {
  return {
    ...{ sheets, sheet, headings, samples, mapping, count: checked.requests.length, years: yearsOf(checked) },
    ...{ faults: checked.faults.slice(0, mostFaultsShown), faultCount: checked.faults.length },
    unknownOutcomes: unknownOutcomes(checked),
  }
}

function yearsOf({ requests }: Checked): RegisterView['years'] {
  return [...Map.groupBy(requests, ({ receivedOn }) => yearOf(receivedOn))]
    .map(([year, all]) => ({
      year,
      count: all.length,
      open: all.filter(({ ended }) => ended === null).length,
    }))
    .toSorted((a, b) => a.year - b.year)
}

const mostUnknown = 60
/** Longer words are cut off in the fault, and are no name for an outcome. */
const longestWords = 39

function unknownOutcomes({ faults }: Checked): RegisterView['unknownOutcomes'] {
  const said = faults.filter(
    ({ field, value }) => field === 'outcome' && value !== '' && [...value].length <= longestWords,
  )
  return [...Map.groupBy(said, ({ value }) => value)]
    .map(([words, all]) => ({ words, count: all.length }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostUnknown)
}
