import type { Agency } from '../../office/roles.ts'
import { type Day, dayOf, isDay } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { type ItemForm, theForm } from '../forms.ts'

/** What a duty asks for: an item of a form, or the annual report, which is published by its own part. */
export type OwedForm = ItemForm | 'annualReport'

/** Who owes it: every agency, those of one kind, or those named. */
export type DutyScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'kind'; readonly of: Agency['kind'] }
  | { readonly kind: 'named'; readonly agencies: readonly string[] }

/**
 * How often it is owed: there at any time; by a day of each year (`MM-DD`); once in every so many months; within so many
 * days after an event, which is a day that the item itself names or one that the staff write down.
 */
export type DutyRhythm =
  | { readonly kind: 'standing' }
  | { readonly kind: 'yearly'; readonly by: string }
  | { readonly kind: 'every'; readonly months: number }
  | {
      readonly kind: 'after'
      /** `recorded`, or the key of a day field of the form, as `approvedOn` of a budget. */
      readonly day: string
      readonly count: number
      readonly unit: 'workdays' | 'days'
    }

/** A duty of disclosure 应公开事项: a setting, with its article. */
export interface Duty {
  readonly id: string
  readonly title: string
  readonly scope: DutyScope
  readonly form: OwedForm
  readonly rhythm: DutyRhythm
  readonly law: string
  /** What falls due earlier is not asked for. */
  readonly since: Day
  /** From this day on it is no longer owed; null while it is. */
  readonly endedOn: Day | null
}

/** The form as pages call it. */
export function owedFormLabel(form: OwedForm): string {
  return form === 'annualReport' ? '政府信息公开工作年度报告' : theForm(form).label
}

/** Does this agency owe it? */
export function owes({ scope }: Pick<Duty, 'scope'>, agency: Agency): boolean {
  if (!agency.standing) return false
  switch (scope.kind) {
    case 'all':
      return true
    case 'kind':
      return agency.kind === scope.of
    case 'named':
      return scope.agencies.includes(agency.code)
  }
}

/** The kinds of agencies as pages call them. */
export const agencyKindLabel = {
  government: '政府',
  department: '政府部门',
  county: '县（区）政府',
  township: '乡镇（街道）',
} as const satisfies Record<Agency['kind'], string>

/** The rhythm in words. */
export function rhythmWords(rhythm: DutyRhythm, form: OwedForm): string {
  switch (rhythm.kind) {
    case 'standing':
      return '应当长期公开'
    case 'yearly':
      return `每年 ${Number(rhythm.by.slice(0, 2))} 月 ${Number(rhythm.by.slice(3))} 日以前`
    case 'every':
      return `每 ${rhythm.months} 个月一次`
    case 'after':
      return `${afterWords(rhythm.day, form)} ${rhythm.count} ${rhythm.unit === 'days' ? '日' : '个工作日'}内`
  }
}

function afterWords(day: string, form: OwedForm): string {
  if (day === 'recorded') return '登记的事由发生后'
  const field = dayFieldsOf(form).find(({ key }) => key === day)
  return `“${field?.label ?? day}”后`
}

/** The days that an item of this form names, from which a duty may count. */
export function dayFieldsOf(form: OwedForm): readonly { readonly key: string; readonly label: string }[] {
  return form === 'annualReport' ? [] : theForm(form).fields.filter(({ kind }) => kind === 'day')
}

/** Why a duty may not be set like this; undefined where it may. */
export function refusalOfDuty({
  title,
  scope,
  form,
  rhythm,
}: Omit<Duty, 'id' | 'endedOn'>): Refusal | undefined {
  if (title.trim() === '') return refuse('请填写事项名称。')
  if (scope.kind === 'named' && scope.agencies.length === 0) return refuse('请至少选择一个机关。')
  switch (rhythm.kind) {
    case 'standing':
      return form === 'annualReport' ? refuse('年度报告每年一份，请选择“每年”。', 'Art 49') : undefined
    case 'yearly':
      return isDay(`2023-${rhythm.by}`) ? undefined : refuse('请填写每年的月和日，如 01-31；2 月 29 日不行。')
    case 'every':
      if (form === 'annualReport') return refuse('年度报告每年一份，请选择“每年”。', 'Art 49')
      return Number.isInteger(rhythm.months) && rhythm.months >= 1 && rhythm.months <= 60
        ? undefined
        : refuse('间隔为 1 至 60 个月。')
    case 'after': {
      if (form === 'annualReport') return refuse('年度报告每年一份，请选择“每年”。', 'Art 49')
      if (!Number.isInteger(rhythm.count) || rhythm.count < 1 || rhythm.count > 366) {
        return refuse('期限为 1 至 366 天。')
      }
      const known = rhythm.day === 'recorded' || dayFieldsOf(form).some(({ key }) => key === rhythm.day)
      return known ? undefined : refuse(`“${owedFormLabel(form)}”没有这个日期栏。`)
    }
  }
}

/** The day so many months later; the last of the month where it has no such day. */
export function addMonths(on: Day, months: number): Day {
  const all = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months
  const month = `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
  for (let date = Number(on.slice(8)); ; date--) {
    const text = `${month}-${String(date).padStart(2, '0')}`
    if (isDay(text)) return dayOf(text)
  }
}
