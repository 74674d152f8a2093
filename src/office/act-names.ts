import { hotlineActs } from './acts/hotline.ts'
import { type Agency, isRole, roleLabel } from './roles.ts'

/** What the trail calls each act; an act that is not named here is shown as it is written. */
export const actLabel: Readonly<Record<string, string>> = {
  'agency.add': '增加机构',
  'agency.change': '修改机构',
  'person.add': '增加人员',
  'person.change': '修改人员',
  'person.sessions': '结束他人登录',
  'calendar.load': '载入放假安排',
  'setting.save': '修改设置',
  'session.open': '登录',
  'session.refused': '登录未成功',
  'session.close': '退出登录',
  'person.identity': '登记身份标识',
  'password.change': '修改本人密码',
  'report.start': '开始填报年度报告',
  'report.import': '导入年度报告',
  'report.save': '保存年度报告',
  'report.explain': '说明年度报告的错误',
  'report.submit': '提交年度报告',
  'report.return': '退回年度报告',
  'report.check': '审核年度报告',
  'report.approve': '批准年度报告',
  'report.publish': '公布年度报告',
  'report.correct': '更正年度报告',
  'report.remind': '催报年度报告',
  'disclosure.missed': '处理搜索未果的词',
  ...hotlineActs,
  'foi.lodge': '登记信息公开申请',
  'foi.import': '导入原登记簿',
  'foi.receive': '确认收到申请',
  'foi.assign': '交办申请',
  'foi.askForCorrection': '通知补正',
  'foi.receiveCorrection': '登记补正',
  'foi.lapse': '逾期不补正，不再处理',
  'foi.seekOpinion': '征求意见',
  'foi.receiveOpinion': '登记意见',
  'foi.proposeExtension': '提请延长答复期限',
  'foi.declineExtension': '不同意延长',
  'foi.extend': '同意延长答复期限',
  'foi.notifyFee': '通知缴纳信息处理费',
  'foi.receivePayment': '登记缴费',
  'foi.closeUnpaid': '逾期不缴费，不再处理',
  'foi.draft': '拟稿',
  'foi.check': '审核答复',
  'foi.sendBack': '退回答复',
  'foi.consent': '同意答复',
  'foi.answer': '答复申请',
  'foi.serve': '登记送达',
  'foi.withdraw': '登记撤回',
  'foi.note': '备注',
  'foi.handOver': '移交经办人',
  'foi.weigh': '审查第三方意见',
  'foi.askForReasons': '要求说明理由',
  'foi.receiveReasons': '登记说明的理由',
  'foi.hintTransfer': '告知向其他机关申请',
  'foi.delay': '确定延迟答复的期限',
  'foi.attach': '附材料',
  'foi.submit': '申请人提交说明',
  'foi.rate': '申请人评价',
  'foi.lodgeRemedy': '登记复议或者诉讼',
  'foi.noteRemedy': '记录复议或者诉讼进展',
  'foi.decideRemedy': '登记复议或者诉讼结果',
  'foi.openRound': '重新办理申请',
  'foi.proposePublication': '建议主动公开答复',
  'foi.decidePublication': '决定是否主动公开答复',
  'foi.askRecordCorrection': '要求更正信息记录',
  'foi.decideRecordCorrection': '决定更正信息记录',
  'foi.openIdentity': '查看申请人身份信息',
  'foi.openPaper': '查看申请材料',
  'foi.eraseIdentity': '清除申请人身份信息',
  'disclosure.start': '起草主动公开信息',
  'disclosure.save': '提交后修改稿件',
  'disclosure.submit': '提交稿件审核',
  'disclosure.check': '审核稿件',
  'disclosure.review': '保密审查',
  'disclosure.sendBack': '退回稿件',
  'disclosure.waive': '说明保留用语的理由',
  'disclosure.approve': '批准公开',
  'disclosure.publish': '发布信息',
  'disclosure.schedule': '定时发布信息',
  'disclosure.unschedule': '取消定时发布',
  'disclosure.publishUrgently': '应急发布信息',
  'disclosure.reviewUrgent': '补作保密审查',
  'disclosure.openRevision': '开始修改已公开的信息',
  'disclosure.dropRevision': '放弃修改',
  'disclosure.withdraw': '撤下信息',
  'disclosure.restore': '恢复公开信息',
  'disclosure.end': '登记修订、废止或者失效',
  'disclosure.withhold': '决定不予公开',
  'disclosure.reconsider': '定期审查不予公开的信息',
  'disclosure.abandon': '放弃起草信息',
  'disclosure.handOver': '移交稿件',
  'disclosure.note': '备注主动公开信息',
  'disclosure.answerOpinions': '答复征集的意见',
  'disclosure.answerFault': '答复网站找错',
  'words.add': '增加错敏词',
  'words.change': '修改错敏词',
  'words.remove': '删除错敏词',
  'words.import': '导入错敏词',
  'words.spare': '增加错敏词白名单',
  'words.unspare': '删除错敏词白名单',
  'disclosure.setDuty': '设定应公开事项',
  'disclosure.endDuty': '停用或者恢复应公开事项',
  'disclosure.recordOccasion': '登记应公开的事由',
  'disclosure.setColumn': '设定栏目更新期限',
  'disclosure.planSeries': '登记计划的系列',
  'disclosure.recordChannel': '登记其他渠道公开',
  'disclosure.importChannels': '批量登记其他渠道公开',
  'disclosure.import': '从原网站迁入信息',
  'audit.export': '导出操作留痕',
  'audit.verify': '校验操作留痕',
}

/** The act in Chinese. */
export function actInChinese(act: string): string {
  return actLabel[act] ?? act
}

const fieldLabel: Readonly<Record<string, string>> = {
  ...{ name: '名称', shortName: '简称', parent: '上级机构', standing: '存续', grants: '角色', what: '改动' },
  ...{ notice: '文号', holidays: '假期', workdays: '调休上班', year: '年度', version: '版本' },
  ...{ edition: '公布版次', note: '原因', agencies: '机构', domain: '域名', idCode: '网站标识码' },
  ...{ owner: '主办单位', contact: '联系方式', icp: 'ICP备案', policeRecord: '公安备案', demo: '演示' },
  ...{ partyMarkUrl: '党政机关标识网址', faultReportUrl: '找错网址' },
  ...{ issuer: '身份服务地址', clientId: '客户端编号', label: '登录按钮文字' },
  ...{ reconsideration: '复议机关', court: '法院', reconsiderationUrl: '网上复议网址' },
  ...{
    indexPattern: '索引号格式',
    agencyNumbers: '索引号机构代码',
    interpretationWorkdays: '解读期限',
    host: '服务器',
    port: '端口',
  },
  ...{ security: '加密方式', user: '用户名' },
  ...{ identityMonths: '身份信息保存月数' },
  ...{ door: '方式', entered: '已登记', claim: '身份标识取自' },
  ...{ number: '编号', on: '日期', law: '依据', channel: '渠道' },
  ...{ rows: '条数', broken: '不符', act: '事项', agency: '机构', by: '办理人', from: '自', to: '至' },
}
const changeLabel: Readonly<Record<string, string>> = {
  ...{ name: '姓名', disabled: '停用或启用', password: '密码', grants: '角色' },
}

/** What an act's detail says, in Chinese: `名称：…；上级机构：…`; empty parts are left out. */
export function detailInChinese(detail: unknown, tree: readonly Agency[]): string {
  if (!isRecord(detail)) return detail === null || detail === undefined ? '' : String(detail)
  return Object.entries(detail)
    .map(([field, value]) => [fieldLabel[field] ?? field, valueInChinese(field, value, tree)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('；')
}

function valueInChinese(field: string, value: unknown, tree: readonly Agency[]): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return field === 'standing' && !value ? '已撤销' : value ? '是' : '否'
  if (Array.isArray(value)) return value.map(each => valueInChinese(field, each, tree)).join('、')
  if (field === 'holidays' && isRecord(value)) return `${value.name} ${value.from} 至 ${value.to}`
  if (isRecord(value)) return detailInChinese(value, tree)
  const text = String(value)
  if (field === 'grants') return grantsInChinese(text, tree)
  if (field === 'what')
    return words(text)
      .map(word => changeLabel[word] ?? word)
      .join('、')
  if (field === 'act') return actInChinese(text)
  if (field === 'parent' || field === 'agencies' || field === 'agency') return agencyName(text, tree)
  return text
}

/** `officer@code head@code` as the trail keeps roles, in Chinese. */
function grantsInChinese(text: string, tree: readonly Agency[]): string {
  return words(text)
    .map(each => {
      const [role = '', agency = ''] = each.split('@')
      return `${agencyName(agency, tree)}${isRole(role) ? roleLabel[role] : role}`
    })
    .join('、')
}

const settingLabel: Readonly<Record<string, string>> = {
  ...{
    oidc: '统一身份认证',
    site: '网站信息',
    foi: '依申请公开',
    disclosure: '主动公开',
    mail: '发信服务器',
    danger: '险情词',
  },
}

/** What an act was done on: an agency, a report of a year, or the thing's own name. */
export function subjectInChinese(act: string, subject: string, tree: readonly Agency[]): string {
  if (act.startsWith('agency.')) return agencyName(subject, tree)
  if (act === 'calendar.load') return `${subject} 年`
  if (act === 'setting.save') return settingLabel[subject] ?? subject
  const [, agency, year] = /^(.+)\/(\d{4})$/.exec(subject) ?? []
  if (agency !== undefined) return `${agencyName(agency, tree)} ${year} 年`
  return act.startsWith('audit.') ? '操作留痕' : subject
}

function agencyName(code: string, tree: readonly Agency[]): string {
  return tree.find(each => each.code === code)?.name ?? code
}

function words(text: string): string[] {
  return text.split(' ').filter(word => word !== '')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
