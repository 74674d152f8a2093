import type { DemandType, Urgency } from './demand.ts'

/**
 * How long a unit has, from dispatch: whole working days from the day after, or minutes at once; `running` minutes pass
 * by day and night, `working` minutes only on duty.
 */
export type Limit =
  | { readonly kind: 'workdays'; readonly count: number }
  | { readonly kind: 'working'; readonly count: number }
  | { readonly kind: 'running'; readonly count: number }
  | { readonly kind: 'sameDay' }

/** Limits in working days by type, and of what is urgent; a city changes them. */
export type LimitsByType = Readonly<Record<DemandType | 'urgent', number>>

/** 辽宁省12345政务服务便民热线管理办法: three working days for questions and help, thirteen for the rest; urgent is our choice. */
export const usualLimits: LimitsByType = {
  ...{ consultation: 3, help: 3, complaint: 13, report: 13, suggestion: 13, praise: 13, urgent: 1 },
}

/** The limit of a demand when it is dispatched: danger the same day, urgent ones and the rest in working days. */
export function limitOf(
  { type, urgency }: { readonly type: DemandType; readonly urgency: Urgency },
  limits: LimitsByType = usualLimits,
): Limit {
  if (urgency === 'danger') return { kind: 'sameDay' }
  return { kind: 'workdays', count: urgency === 'urgent' ? limits.urgent : limits[type] }
}

/** The limit in words. */
export function limitInWords(limit: Limit): string {
  switch (limit.kind) {
    case 'sameDay':
      return '当日'
    case 'workdays':
      return `${limit.count} 个工作日`
    case 'working':
      return `${limit.count} 分钟（工作时间）`
    case 'running':
      return `${limit.count} 分钟`
  }
}
