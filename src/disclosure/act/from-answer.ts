import { people } from '../../office/people.ts'
import { holds } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { theForm } from '../forms.ts'
import { blankContent } from '../item.ts'
import { textInMarkup } from '../read/body/parse.ts'
import type { ItemDoing } from './act.ts'
import { beginItem } from './drafting.ts'

/** An answer to a request whose information is to be disclosed to everybody, Art. 44. */
export interface Answered {
  readonly agency: string
  readonly title: string
  /** Plain text; a line is a paragraph. */
  readonly text: string
}

/**
 * Begins the item that discloses to everybody what was asked by one, Art. 44: the head decided that it shall be; an
 * officer of the agency goes on with it, and it is reviewed like every item. @returns its id
 */
export async function beginFromAnswer(
  work: Work,
  doing: Omit<ItemDoing, 'id' | 'version'>,
  { agency, title, text }: Answered,
): Promise<string> {
  const officer = (await people(work)).find(each => !each.disabled && holds(each, 'officer', agency))
  const handler = officer && { id: officer.id, name: officer.name }
  const paragraphs = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => `<p>${textInMarkup(line)}</p>`)
  const content = {
    ...blankContent('document', theForm('document').duty),
    ...{ title, madeOn: doing.today, body: paragraphs.join(''), keywords: ['依申请公开转主动公开'] },
  }
  return await beginItem(work, doing, { agency, content, handler })
}
