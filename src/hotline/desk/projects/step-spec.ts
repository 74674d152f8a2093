import type { ProjectStep } from '../../projects/steps.ts'

type TypedStep = Exclude<ProjectStep, 'attach'>

/** A field of a step's form; `plan` and `scope` are forms of their own. */
export interface ProjectField {
  readonly name: string
  readonly label: string
  readonly kind: 'words' | 'text' | 'day' | 'measure' | 'choice' | 'plan' | 'scope'
  readonly optional?: boolean
  readonly options?: Readonly<Record<string, string>>
}

const words = (label: string, optional = false): ProjectField => ({
  ...{ name: 'words', label, kind: 'words', optional },
})
const reason = (label: string): ProjectField => ({ name: 'reason', label, kind: 'words' })

/** What each step asks of whoever takes it. */
export const projectStepFields: Readonly<Record<TypedStep, readonly ProjectField[]>> = {
  plan: [
    { name: 'cause', label: '诉求高发的原因', kind: 'words' },
    { name: 'measures', label: '治理措施', kind: 'plan' },
  ],
  agreePlan: [words('意见', true)],
  returnPlan: [reason('退回方案的理由')],
  progress: [
    { name: 'measure', label: '哪一项措施', kind: 'measure', optional: true },
    { name: 'done', label: '这项措施', kind: 'choice', options: { '': '还在进行', yes: '已经完成' } },
    words('做了什么、结果怎样'),
  ],
  report: [words('治理的情况和结果')],
  signOff: [words('验收的意见')],
  sendBack: [reason('退回整改的理由')],
  changeLimit: [{ name: 'limit', label: '新的期限', kind: 'day' }, reason('调整期限的理由')],
  changeScope: [{ name: 'scope', label: '诉求范围', kind: 'scope' }, reason('调整范围的理由')],
  correct: [
    { name: 'number', label: '诉求编号', kind: 'text' },
    {
      name: 'belongs',
      label: '这件诉求',
      kind: 'choice',
      options: { no: '不属于本专项', yes: '属于本专项' },
    },
    reason('更正的理由'),
  ],
  publish: [words('向社会公布的内容（不写个人信息）')],
  takeDown: [reason('撤下的理由')],
  drop: [reason('终止的理由')],
}

/** What a step says of itself before it is taken. */
export const projectStepAbout: Partial<Record<ProjectStep, string>> = {
  report: '全部措施完成后才能申请验收；治理效果从申请验收的次日起计算。',
  signOff: '销号后诉求仍按范围归集，效果继续计算。',
  correct: '人工更正以后，自动归集不会改回来。',
  drop: '终止后不能恢复。',
}
