import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../web/paths.ts'

/** Leads from a figure or a finding to the item behind it. */
export function ItemLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to={paths.item(id)} reloadDocument>
      {children}
    </Link>
  )
}
