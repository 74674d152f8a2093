import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useAgencies } from '../../../../desk/agencies.ts'
import { read, send, wordsOf } from '../../../../desk/client.ts'
import { useSession } from '../../../../desk/session.ts'
import { articleName } from '../../../../statute/article.ts'
import { deskPaths } from '../../../../web/paths.ts'
import { titleOf } from '../../../printed/document.ts'
import { refusalOf } from '../../../steps.ts'
import type { DraftView, ReportLine } from '../../../view.ts'
import { draftQueryKey } from '../keeping/draft-query.ts'
import { ImportForm } from './import-form.tsx'

interface Which {
  readonly agency: string
  readonly year: number
}

/** A report that does not stand yet: the three ways to begin, or why not. */
export function StartPage({ agency, year }: Which) {
  const session = useSession()
  const name = useAgencies().find(({ code }) => code === agency)?.name
  const situation = { agency, state: null, submittedBy: null, findings: [], explanations: [] }
  const refusal = refusalOf('start', situation, session)
  const title = titleOf({ agency: name ?? '', year })
  return (
    <>
      <title>{`${title} - 工作台`}</title>
      <h1>{title}</h1>
      {refusal === undefined ? (
        <Ways agency={agency} year={year} />
      ) : (
        <Alert
          type="info"
          showIcon
          title="这份报告尚未填报，或者您无权查看"
          description={`${refusal.message}${refusal.law === undefined ? '' : `（${articleName(refusal.law)}）`}`}
        />
      )}
      <p>
        <Link to={deskPaths.reports()}>回到年度报告列表</Link>
      </p>
    </>
  )
}

/** From last year's report, blank, or from a file. */
function Ways({ agency, year }: Which) {
  const queries = useQueryClient()
  const [failure, fail] = useState<string>()
  const before = useQuery({
    queryKey: ['published before', agency, year],
    queryFn: () =>
      read<{ lines: readonly ReportLine[] }>(
        `/reports?${new URLSearchParams({ agency, year: String(year - 1) })}`,
      ),
  })
  const hasPrevious = before.data?.lines.some(({ publishedOn }) => publishedOn !== null) ?? false
  const begin = async (request: () => Promise<DraftView>) => {
    fail(undefined)
    await request().then(
      view => queries.setQueryData(draftQueryKey(agency, year), view),
      (cause: unknown) => fail(wordsOf(cause)),
    )
  }
  const start = (from: 'blank' | 'previous') => () =>
    void begin(() => send<DraftView>('POST', '/reports', { agency, year, from }))
  return (
    <>
      <p>这份报告尚未填报。请选择一种方式开始：</p>
      {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure} />}
      <Way title="由上年报告开始" words={`带入 ${year - 1} 年报告的结转数和现行有效件数，其余空白。`}>
        <Button type="primary" disabled={!hasPrevious} onClick={start('previous')}>
          由上年报告开始
        </Button>
        {before.isSuccess && !hasPrevious && <p>{`${year - 1} 年的报告尚未公布，不能由它开始。`}</p>}
      </Way>
      <Way title="空白报告" words="所有单元格空白，从头填写。">
        <Button onClick={start('blank')}>空白报告</Button>
      </Way>
      <Way title="导入文件" words="读入已有的报告，读不出的地方会逐处列出，不会猜测。">
        <ImportForm agency={agency} year={year} begin={begin} />
      </Way>
    </>
  )
}

function Way({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <p>{words}</p>
      {children}
    </section>
  )
}
