import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { read, wordsOf } from '../../../../desk/client.ts'
import { compare } from '../../../compare.ts'
import { type AnnualReport, narrativeSections } from '../../../form.ts'
import { sectionLabel } from '../../../labels.ts'
import { draftPath } from '../keeping/draft-query.ts'

interface Which {
  readonly agency: string
  readonly year: number
  /** Compared with the one before it. */
  readonly edition: number
}

/** In what an edition differs from the one before: cell by cell, and the paragraphs of the prose. */
export function EditionDifference({ agency, year, edition }: Which) {
  const both = useQuery({
    queryKey: ['editions', agency, year, edition],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      Promise.all(
        [edition - 1, edition].map(each => read<AnnualReport>(`${draftPath(agency, year)}?edition=${each}`)),
      ),
  })
  if (both.isError) return <p>{wordsOf(both.error)}</p>
  const [before, after] = both.data ?? []
  if (before === undefined || after === undefined) return <Skeleton active />
  const cells = compare(before, after).cells.filter(cell => cell.before !== cell.after)
  const sections = narrativeSections.filter(section => before.narrative[section] !== after.narrative[section])
  if (cells.length + sections.length === 0) return <p>两版的表格和文字相同。</p>
  return (
    <ul>
      {cells.map(cell => (
        <li key={cell.where}>{`${cell.label}：${cell.before ?? '空白'} 改为 ${cell.after ?? '空白'}`}</li>
      ))}
      {sections.map(section => (
        <li key={section}>
          {sectionLabel[section]}
          <Paragraphs before={before.narrative[section]} after={after.narrative[section]} />
        </li>
      ))}
    </ul>
  )
}

/** The paragraphs that went and those that came. */
function Paragraphs({ before, after }: { before: string; after: string }) {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return (
    <>
      {old
        .filter(line => !now.includes(line))
        .map(line => (
          <del key={line}>{line}</del>
        ))}
      {now
        .filter(line => !old.includes(line))
        .map(line => (
          <ins key={line}>{line}</ins>
        ))}
    </>
  )
}
