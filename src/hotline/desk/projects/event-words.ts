import { dayOrDash } from '../../../desk/moment.ts'
import type { ProjectEvent } from '../../projects/events.ts'
import type { ProjectView } from '../../projects/view.ts'
import { scopeInWords } from './scope-fields.tsx'

/** What an event of a project says beside its name. */
export function projectEventWords(event: ProjectEvent, { names, standing }: ProjectView): string {
  switch (event.kind) {
    case 'opened':
      return `牵头单位：${names[event.lead] ?? event.lead}；期限：${dayOrDash(event.limit)}；${event.reason}`
    case 'planned':
      return `原因：${event.cause.replace(/。$/, '')}；措施 ${event.measures.length} 项`
    case 'progressed': {
      const which = event.measure === null ? '' : `第 ${event.measure + 1} 项措施`
      const said =
        event.measure === null ? '' : `${which}（${standing.measures[event.measure]?.words ?? ''}）`
      return `${said}${event.done ? '已完成：' : said === '' ? '' : '：'}${event.words}`
    }
    case 'limitChanged':
      return `${dayOrDash(event.limit)}；理由：${event.reason}`
    case 'scopeChanged':
      return `${scopeInWords(event.scope, names)}理由：${event.reason}`
    case 'corrected':
      return `${event.belongs ? '列入' : '剔除'}一件诉求；理由：${event.reason}`
    default:
      return 'words' in event ? event.words : event.reason
  }
}
