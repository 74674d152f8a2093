import sanitize from 'sanitize-html'
import { blocksOf } from './body/blocks.ts'
import { type BodyNode, bodyNodes, markupOf } from './body/parse.ts'

const tags = [
  ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'figure', 'figcaption'],
  ...['strong', 'em', 'u', 's', 'sub', 'sup', 'a', 'img'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]

/**
 * Structure without clutter: paragraphs, headings, lists, tables with their spans, footnotes, pictures with their words.
 * What Word, WPS and other sites add is gone, and so are scripts, styles, SVG, frames and data links. Cleaning what is
 * clean changes nothing.
 */
export function cleanBody(body: string): string {
  return cleanNodes(bodyNodes(body))
}

/** Likewise of what is read already. */
export function cleanNodes(nodes: readonly BodyNode[]): string {
  return sanitize(markupOf(blocksOf(nodes)), {
    allowedTags: tags,
    allowedAttributes: {
      a: ['href', 'id'],
      img: ['src', 'alt', 'width', 'height'],
      th: ['colspan', 'rowspan', 'scope'],
      td: ['colspan', 'rowspan'],
      ...{ li: ['id'], sup: ['id'], h2: ['id'], h3: ['id'], h4: ['id'], p: ['id'] },
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
  })
}
