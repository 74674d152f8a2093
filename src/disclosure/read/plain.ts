import { Parser } from 'htmlparser2'

const blocks = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table', 'caption', 'blockquote', 'br', 'hr'],
  ...['div', 'ul', 'ol', 'figure', 'figcaption', 'section', 'article'],
])
const unread = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'head', 'title'])

/** The words of a body, one paragraph, heading, item or row of a table each; cells stand apart by a blank. */
export function paragraphsOf(body: string): string[] {
  const lines: string[] = []
  let line = ''
  let silent = 0
  const end = () => {
    const said = line.replace(/\s+/g, ' ').trim()
    if (said !== '') lines.push(said)
    line = ''
  }
  const parser = new Parser(
    {
      onopentag(name) {
        if (unread.has(name)) silent++
        if (blocks.has(name)) end()
      },
      ontext(text) {
        if (silent === 0) line += text
      },
      onclosetag(name) {
        if (unread.has(name)) silent--
        if (blocks.has(name)) end()
        if (name === 'td' || name === 'th') line += ' '
      },
    },
    { decodeEntities: true },
  )
  parser.end(body)
  end()
  return lines
}
