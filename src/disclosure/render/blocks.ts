import { Parser } from 'htmlparser2'

/** A body in the parts that a page of paper knows. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const levels: Readonly<Record<string, 2 | 3 | 4>> = { h2: 2, h3: 3, h4: 4 }
const breaks = new Set(['p', 'li', 'blockquote', 'figcaption', 'caption', 'hr', 'ul', 'ol', 'figure', 'div'])

/** Takes a clean body apart, in its order; a picture is its words. */
export function blocksOf(body: string): Block[] {
  const reader = new Reader()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: text => reader.say(text),
      onclosetag: name => reader.close(name),
    },
    { decodeEntities: true },
  )
  parser.end(body)
  reader.flush()
  return reader.blocks
}

/** The paragraphs of a body as plain text; a row of a table is one, its cells parted by a bar. */
export function paragraphsOf(body: string): string[] {
  return blocksOf(body).flatMap(block =>
    block.kind === 'table' ? block.rows.map(row => row.join('｜')) : [block.text],
  )
}

class Reader {
  readonly blocks: Block[] = []
  #text = ''
  #level: 2 | 3 | 4 | undefined
  #rows: string[][] | undefined
  readonly #lists: (number | null)[] = []

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'br') this.#text += '\n'
    else if (name === 'img') this.#text += attributes.alt ? `〔图：${attributes.alt}〕` : '〔图〕'
    else if (name === 'table') {
      this.flush()
      this.#rows = []
    } else if (name === 'tr') this.#rows?.push([])
    else if (levels[name] !== undefined) {
      this.flush()
      this.#level = levels[name]
    } else if (breaks.has(name)) this.#begin(name)
  }

  #begin(name: string): void {
    if (this.#rows !== undefined) {
      if (this.#text.trim() !== '') this.#text += '\n'
      return
    }
    this.flush()
    if (name === 'ul') this.#lists.push(null)
    if (name === 'ol') this.#lists.push(1)
    if (name !== 'li') return
    const number = this.#lists.at(-1) ?? null
    this.#text = number === null ? '• ' : `${number}. `
    if (number !== null) this.#lists.splice(-1, 1, number + 1)
  }

  say(text: string): void {
    this.#text += text.replace(/[\r\n\t]+/g, ' ')
  }

  close(name: string): void {
    if (name === 'td' || name === 'th') {
      this.#rows?.at(-1)?.push(this.#text.trim())
      this.#text = ''
    } else if (name === 'caption') this.flush()
    else if (name === 'table') {
      const rows = this.#rows ?? []
      this.#rows = undefined
      if (rows.length > 0) this.blocks.push({ kind: 'table', rows })
    } else if (this.#rows === undefined && (breaks.has(name) || levels[name] !== undefined)) {
      this.flush()
      if (name === 'ul' || name === 'ol') this.#lists.pop()
    }
  }

  /** Ends the block that is open. */
  flush(): void {
    const level = this.#level
    for (const line of this.#text.split('\n').map(each => each.trim())) {
      if (line === '') continue
      this.blocks.push(
        level === undefined ? { kind: 'paragraph', text: line } : { kind: 'heading', level, text: line },
      )
    }
    this.#text = ''
    this.#level = undefined
  }
}
