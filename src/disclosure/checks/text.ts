import type { ItemContent } from '../item.ts'
import type { ItemFinding } from './finding.ts'
import { plainText } from './plain.ts'

/** A body that shows words only as a picture, or says nothing itself: it can be neither searched nor read aloud. */
export function textFindings({ body, attachments, rows }: ItemContent): readonly ItemFinding[] {
  const words = plainText(body).replace(/\s/g, '')
  if (words.length >= 20) return []
  if (/<img /.test(body)) {
    return [
      {
        ...{ rule: 'text.pictureOnly', severity: 'mild', field: 'body' },
        message: '正文只有图片，没有可以检索和朗读的文字，请把图片中的文字录入正文。',
      },
    ]
  }
  if (attachments.length === 0 || rows !== null) return []
  return [
    {
      ...{ rule: 'text.none', severity: 'mild', field: 'body' },
      message: '正文没有文字，内容都在附件中，请在正文写明附件的主要内容。',
    },
  ]
}
