import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { deskPaths } from '../../../web/paths.ts'

/** Leads from a figure or a finding to the item behind it. */
export function ItemLink({ id, children }: { id: string; children: ReactNode }) {
  return <Link to={deskPaths.item(id)}>{children}</Link>
}
