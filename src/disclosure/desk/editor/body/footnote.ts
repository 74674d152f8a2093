import type { Editor, JSONContent } from '@tiptap/core'

/** Puts a footnote at the place of the writing, and its words into the list at the end; both lead to each other. */
export function addFootnote(editor: Editor, words: string): void {
  const number = numberAfter(editor.getHTML())
  const here = `footnote-ref-${number}`
  const there = `footnote-${number}`
  const mark = (text: string, href: string, id: string | null): JSONContent => ({
    type: 'text',
    text,
    marks: [{ type: 'link', attrs: { href, id } }],
  })
  const anchor = mark(`[${number}]`, `#${there}`, here)
  const note: JSONContent = {
    type: 'paragraph',
    attrs: { id: there },
    content: [mark(`[${number}]`, `#${here}`, null), { type: 'text', text: ` ${words}` }],
  }
  const reference = { ...anchor, marks: [...(anchor.marks ?? []), { type: 'sup' }] }
  editor.chain().focus().insertContent(reference).run()
  editor.commands.insertContentAt(editor.state.doc.content.size, note, { updateSelection: false })
}

function numberAfter(html: string): number {
  const numbers = [...html.matchAll(/id="footnote-(?:ref-)?(\d+)"/g)].map(([, number]) => Number(number))
  return Math.max(0, ...numbers) + 1
}
