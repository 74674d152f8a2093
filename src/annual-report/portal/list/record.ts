import { agencyTree } from '../../../office/agencies.ts'
import { today } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { publishedRows } from '../../store/public.ts'
import { type PublicLine, publicLines } from './lines.ts'

/** Every agency and year as it stands today: two queries, however many they are. */
export async function publicRecord(work: Work): Promise<PublicLine[]> {
  const [agencies, rows] = await Promise.all([agencyTree(work), publishedRows(work)])
  return publicLines(agencies, rows, today())
}
