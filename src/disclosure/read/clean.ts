import sanitize from 'sanitize-html'

const tags = [
  ...[
    'h2',
    'h3',
    'h4',
    'p',
    'br',
    'hr',
    'ul',
    'ol',
    'li',
    'blockquote',
    'strong',
    'em',
    'u',
    's',
    'sub',
    'sup',
  ],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'a', 'img', 'figure', 'figcaption'],
]

/** Structure without clutter: what a page of ours may hold. Scripts, styles, SVG, frames and data links are gone. */
export function cleanBody(body: string): string {
  return sanitize(body, {
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
    allowProtocolRelative: false,
    transformTags: { h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em', strike: 's', del: 's' },
  })
}
