import { Link } from 'react-router'
import type { Column } from '../../../desk/list/column.ts'
import { inChinese } from '../../../statute/day.ts'
import { resultLabel } from '../../../statute/taxonomy.ts'
import { deskPaths } from '../../../web/paths.ts'
import { applicantKindLabel, channelLabel } from '../../request.ts'
import { foiStateLabel } from '../../standing.ts'
import type { RequestLine } from '../../view.ts'
import { DueText, dueWords } from '../due.tsx'

const dayOrDash = (on: RequestLine['due']) => (on === null ? '—' : inChinese(on))

/** The columns of the register. */
export const registerColumns: readonly Column<RequestLine>[] = [
  {
    ...{ key: 'number', label: '编号', sort: 'number', value: line => line.number },
    show: line => (
      <Link className="number" to={deskPaths.request(line.id)}>
        {line.number}
      </Link>
    ),
  },
  {
    ...{ key: 'received', label: '收到之日', sort: 'received', value: line => line.receivedOn },
    show: line => (line.receivedOn === null ? '尚未确认' : inChinese(line.receivedOn)),
  },
  {
    ...{ key: 'due', label: '答复期限', sort: 'due', value: line => dueWords(line).text },
    show: line => <DueText line={line} />,
  },
  { key: 'state', label: '状态', sort: 'state', value: line => foiStateLabel[line.requestState] },
  { key: 'department', label: '承办处室', value: line => line.department ?? '未交办' },
  { key: 'handler', label: '经办人', value: line => line.handler?.name ?? '' },
  { key: 'channel', label: '渠道', value: line => channelLabel[line.channel] },
  { key: 'applicant', label: '申请人', value: line => line.applicant ?? '已清除' },
  { key: 'summary', label: '申请内容', value: line => line.summary },
  { key: 'agency', label: '机关', hidden: true, value: line => line.agencyName },
  { key: 'kind', label: '申请人类别', hidden: true, value: line => applicantKindLabel[line.applicantKind] },
  {
    ...{ key: 'arrived', label: '来件之日', hidden: true, sort: 'arrived', value: line => line.arrivedOn },
    show: line => inChinese(line.arrivedOn),
  },
  {
    ...{ key: 'limit', label: '处室期限', hidden: true, value: line => line.limit },
    show: line => dayOrDash(line.limit),
  },
  {
    ...{ key: 'outcome', label: '办理结果', hidden: true },
    value: line => (line.resultRow === null ? '' : resultLabel[line.resultRow]),
  },
  {
    ...{ key: 'outcomeOn', label: '答复之日', hidden: true, sort: 'outcome', value: line => line.outcomeOn },
    show: line => dayOrDash(line.outcomeOn),
  },
]
