import type { AnnualReport } from '../form.ts'
import { type CellModel, figure, head, notKept, type TableModel } from './cell-model.ts'

/** Table 2 主动公开政府信息情况 as the report's edition of the form prints it. */
export function proactiveTable(report: AnnualReport): TableModel {
  const rows = report.edition === '2019' ? formOf2019(report) : formOf2021(report)
  return { headerRows: 0, widths: [1.4, 1, 1, 1], rows }
}

function item(number: string): readonly CellModel[] {
  return [head(`第二十条第（${number}）项`, 4)]
}

const name = head('信息内容')

/** 国办公开办函〔2021〕30号. */
function formOf2021(report: AnnualReport): TableModel['rows'] {
  const issuance = (label: string, kind: string) => [
    head(label),
    ...['issued', 'repealed', 'inForce'].map(column => figure(report, `proactive.${kind}.${column}`)),
  ]
  const one = (label: string, kind: string) => [head(label), figure(report, `proactive.${kind}`, 3)]
  const decisions = [name, head('本年处理决定数量', 3)]
  return [
    item('一'),
    [name, head('本年制发件数'), head('本年废止件数'), head('现行有效件数')],
    issuance('规章', 'regulations'),
    issuance('行政规范性文件', 'normativeDocuments'),
    ...[item('五'), decisions, one('行政许可', 'licensing')],
    ...[item('六'), decisions, one('行政处罚', 'penalties'), one('行政强制', 'coercion')],
    ...[item('八'), [name, head('本年收费金额（单位：万元）', 3)], one('行政事业性收费', 'feesWan')],
  ]
}

/** 国办公开办函〔2019〕60号 ◇: other columns; those that the form of today does not ask for are not kept. */
function formOf2019(report: AnnualReport): TableModel['rows'] {
  const made = (label: string, kind: string) => [
    ...[head(label), figure(report, `proactive.${kind}.issued`), notKept(), notKept()],
  ]
  const decided = (label: string, kind: string) => [
    ...[head(label), notKept(), notKept(), figure(report, `proactive.${kind}`)],
  ]
  const decisions = [name, head('上一年项目数量'), head('本年增/减'), head('处理决定数量')]
  const other = [head('其他对外管理服务事项'), notKept(), notKept(), notKept()]
  return [
    item('一'),
    [name, head('本年新制作数量'), head('本年新公开数量'), head('对外公开总数量')],
    made('规章', 'regulations'),
    made('规范性文件', 'normativeDocuments'),
    ...[item('五'), decisions, decided('行政许可', 'licensing'), other],
    ...[item('六'), decisions, decided('行政处罚', 'penalties'), decided('行政强制', 'coercion')],
    ...[item('八'), [name, head('上一年项目数量'), head('本年增/减', 2)]],
    [head('行政事业性收费'), notKept(), notKept(2)],
    ...[item('九'), [name, head('采购项目数量'), head('采购总金额', 2)]],
    [head('政府集中采购'), notKept(), notKept(2)],
  ]
}
