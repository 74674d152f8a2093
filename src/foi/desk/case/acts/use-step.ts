import { type Taking, useStep as useStepAt } from '../../../../desk/steps/step.ts'
import type { FoiStep } from '../../../steps.ts'
import type { CaseView } from '../../../view.ts'
import { useShowCase } from '../case-query.ts'

/** Takes a step of a request. */
export function useStep({ request: { id }, standing: { version } }: CaseView, step: FoiStep): Taking {
  const show = useShowCase()
  const path = `/requests/${id}/steps/${step}`
  return useStepAt<CaseView>({ path, version, queryKey: ['request', id], show })
}
