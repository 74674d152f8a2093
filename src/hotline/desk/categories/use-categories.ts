import { useQuery } from '@tanstack/react-query'
import { read } from '../../../desk/client.ts'

interface Categories {
  readonly lines: string
  readonly categories: readonly string[]
}

/** The tree of categories; undefined until it is read. */
export function useCategories(): Categories | undefined {
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => read<Categories>('/hotline/categories'),
    staleTime: 60_000,
  }).data
}
