import { useQuery } from '@tanstack/react-query'
import { read } from '../../../desk/client.ts'
import type { Sample, SampledAnswer, SampleSummary } from '../../quality/sample.ts'

/** A drawing as its page shows it. */
export interface ShownSample {
  readonly sample: Sample
  readonly answers: readonly (SampledAnswer & { readonly body: string; readonly reply: string })[]
  readonly summary: SampleSummary
  readonly mayJudge: boolean
}

/** A drawing with its answers. */
export function useSample(id: string) {
  return useQuery({ queryKey: ['sample', id], queryFn: () => read<ShownSample>(`/hotline/samples/${id}`) })
}
