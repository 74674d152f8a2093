import { type Agency, lineOf } from '../../../office/roles.ts'
import { wrongInput } from '../../../platform/http/openapi.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import { siteMappingForm } from '../../store/importing/mapping-form.ts'

/** A mapping as it was written, or what is wrong with it. */
export function mappingSaid(written: unknown): { readonly mapping: SiteMapping } | Refusal {
  const parsed = siteMappingForm.safeParse(written)
  if (!parsed.success) return refuse(`映射不正确。${wrongInput(parsed.error)}`)
  return { mapping: parsed.data }
}

/** An agency with all below it: what the site of a government holds. */
export function withBelow(agency: string, tree: readonly Agency[]): ReadonlySet<string> {
  return new Set(tree.flatMap(({ code }) => (lineOf(code, tree).includes(agency) ? [code] : [])))
}
