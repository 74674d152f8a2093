import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { type Column, type Filter, type ListOf, optionsOf } from '../../../desk/list/column.ts'
import { List, SlowSkeleton } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import {
  type SampledAnswer,
  type SampleSummary,
  sampleRule,
  sampleWayLabel,
  scorePasses,
} from '../../quality/sample.ts'
import { givingDemands } from '../looks/demands-file.tsx'
import { type ShownSample, useSample } from './use-sample.ts'
import '../../../office/desk/office.css'

const judgedLabel = { none: '待评判', passed: '合格', failed: '不合格' } as const
const judgedOf = ({ passed }: SampledAnswer) => (passed === null ? 'none' : passed ? 'passed' : 'failed')
/** A part of the score as a share of a hundred. */
export const hundredths = (share: number) => Math.round(share * 100)

const columnsOf = (id: string): readonly Column<SampledAnswer>[] => [
  {
    ...{ key: 'number', label: '诉求', value: line => line.number },
    show: line => (
      <Link className="number" to={deskPaths.sampledAnswer(id, line.place)}>
        {line.number}
      </Link>
    ),
  },
  { key: 'subject', label: '标题', value: line => line.subject },
  { key: 'unit', label: '答复单位', value: line => line.unitName ?? '热线直接答复' },
  { key: 'score', label: '得分', value: line => line.quality.score },
  { key: 'relevance', label: '切题', value: line => hundredths(line.quality.relevance) },
  { key: 'completeness', label: '完整', value: line => hundredths(line.quality.completeness) },
  { key: 'reasons', label: '说理', value: line => hundredths(line.quality.reasons) },
  { key: 'timeliness', label: '及时', value: line => hundredths(line.quality.timeliness) },
  { key: 'judged', label: '评判', value: line => judgedLabel[judgedOf(line)] },
  { key: 'reason', label: '理由', value: line => line.reason ?? '' },
  { key: 'by', label: '评判人', value: line => line.judgedByName ?? '' },
]
const filters: readonly Filter[] = [
  { key: 'judged', label: '评判', kind: 'choice', options: optionsOf(judgedLabel) },
  { key: 'unit', label: '答复单位', kind: 'words' },
]

/** The answers of a drawing with their score, what supervisors found of them, and the summary. */
export function SamplePage() {
  const { id = '' } = useParams()
  const found = useSample(id)
  if (found.isError) return <Broken cause={found.error} />
  return found.data === undefined ? <SlowSkeleton /> : <Shown id={id} shown={found.data} />
}

function Shown({
  id,
  shown: { sample, answers, summary },
}: {
  readonly id: string
  readonly shown: ShownSample
}) {
  const list: ListOf<SampledAnswer> = {
    ...{ name: `sample ${id}`, stamp: String(sample.judged), caption: '抽到的答复', unit: '件' },
    ...{ columns: columnsOf(id), filters, giving: givingDemands('答复质量抽查') },
    fetch: async ({ filters: asked, page, size }) => {
      const lines = answers
        .filter(line => asked.judged === undefined || judgedOf(line) === asked.judged)
        .filter(line => (line.unitName ?? '热线直接答复').includes(asked.unit ?? ''))
      return { lines: lines.slice((page - 1) * size, page * size), total: lines.length }
    },
    rowKey: line => String(line.place),
    rowName: line => line.number,
    open: line => deskPaths.sampledAnswer(id, line.place),
    empty: <p>没有抽到答复。</p>,
  }
  return (
    <>
      <title>{`${dayOrDash(sample.from)}至${dayOrDash(sample.to)}的抽查 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.samples()}>答复质量抽查</Link>
      </p>
      <h1>{`${dayOrDash(sample.from)}至${dayOrDash(sample.to)}的抽查`}</h1>
      <p>
        {`${sample.madeByName} ${momentInChinese(sample.madeAt)} 抽取：${sampleWayLabel[sample.way]}，随机数 ${sample.seed}，从 ${sample.among} 件中抽 ${sample.size} 件，已评判 ${sample.judged} 件，合格 ${sample.passed} 件。`}
      </p>
      <p>{sampleRule}</p>
      <List list={list} />
      <Summary summary={summary} judged={sample.judged} />
    </>
  )
}

function Summary({ summary, judged }: { readonly summary: SampleSummary; readonly judged: number }) {
  const { both, neither, scoreAlone, peopleAlone, units } = summary
  return (
    <section className="card" aria-label="汇总">
      <h2>汇总</h2>
      {judged === 0 && <p>还没有评判。打开一件答复，写明合格或者不合格。</p>}
      {judged > 0 && (
        <p>
          {`得分 ${scorePasses} 以上与人的评判相比：一致 ${both + neither} 件（都合格 ${both} 件，都不合格 ${neither} 件），不一致 ${scoreAlone + peopleAlone} 件（得分够而评为不合格 ${scoreAlone} 件，得分不够而评为合格 ${peopleAlone} 件）。`}
        </p>
      )}
      {units.map(({ name, passed, failed }) => (
        <p key={name}>{`${name}：合格 ${passed} 件，不合格 ${failed} 件`}</p>
      ))}
      {units.length > 0 && <p>各单位只列人的评判件数，按名称排列，不排名；抽到的件数少，不代表全部答复。</p>}
    </section>
  )
}
