import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useParams } from 'react-router'
import { Broken, Nowhere } from '../../../desk/broken.tsx'
import { Editor } from './editor.tsx'
import { draftQuery } from './keeping/draft-query.ts'
import { StartPage } from './start/start-page.tsx'
import './report.css'

/** The report of an agency and a year at the desk: the start of one, or its editor. */
export function ReportPage() {
  const { agency = '', year: text = '' } = useParams()
  const year = Number(text)
  const isAddress = /^[a-z0-9-]{2,63}$/.test(agency) && Number.isInteger(year) && year >= 2008 && year <= 2100
  const view = useQuery({ ...draftQuery(agency, year), enabled: isAddress })
  if (!isAddress) return <Nowhere />
  if (view.data === null) return <StartPage agency={agency} year={year} />
  if (view.data !== undefined) return <Editor key={`${agency} ${year}`} view={view.data} />
  return view.isError ? <Broken cause={view.error} /> : <Skeleton active />
}
