import { type Editor, mergeAttributes, Node } from '@tiptap/core'
import { Table } from '@tiptap/extension-table'

/** A table with its caption, which is asked for in words; rows of a head or a foot stay rows. */
export const captionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) => captionOf(element)?.textContent?.trim() ?? '',
        renderHTML: () => ({}),
      },
    }
  },
  parseHTML: () => [{ tag: 'table', contentElement: withoutCaption }],
  renderHTML({ node, HTMLAttributes }) {
    const caption = String(node.attrs.caption ?? '')
    const body = ['tbody', 0] as const
    return caption === ''
      ? ['table', mergeAttributes(HTMLAttributes), body]
      : ['table', mergeAttributes(HTMLAttributes), ['caption', { contenteditable: 'false' }, caption], body]
  },
})

function captionOf(table: globalThis.Node): HTMLElement | undefined {
  return table instanceof HTMLTableElement ? (table.caption ?? undefined) : undefined
}

function withoutCaption(table: globalThis.Node): HTMLElement {
  const copy = table.cloneNode(true)
  if (!(copy instanceof HTMLTableElement)) throw new TypeError('the rule is for tables')
  copy.deleteCaption()
  return copy
}

/** A picture, or several, with what is written under it. */
export const figure = Node.create({
  name: 'figure',
  group: 'block',
  content: '(block | figcaption)+',
  isolating: true,
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes), 0],
})

/** The words under a picture. */
export const figcaption = Node.create({
  name: 'figcaption',
  content: 'inline*',
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', mergeAttributes(HTMLAttributes), 0],
})

/** Where the caption of what is chosen stands: a table's in its attribute, a picture's in its figure. */
export function captionAt(editor: Editor): string | undefined {
  if (editor.isActive('table')) return String(editor.getAttributes('table').caption ?? '')
  return editor.isActive('image') ? (figureAround(editor)?.words ?? '') : undefined
}

/** Writes the caption of the table or of the picture that is chosen; empty words take it away. */
export function setCaption(editor: Editor, words: string): void {
  if (editor.isActive('table')) {
    editor.chain().focus().updateAttributes('table', { caption: words }).run()
    return
  }
  const { state } = editor
  const around = figureAround(editor)
  const paragraph = state.selection.$from.parent
  const range = around ?? { from: state.selection.$from.before(), to: state.selection.$from.after() }
  const picture = { type: 'paragraph', attrs: paragraph.attrs, content: paragraph.content.toJSON() }
  const caption = { type: 'figcaption', content: [{ type: 'text', text: words }] }
  const content = words === '' ? picture : { type: 'figure', content: [picture, caption] }
  editor.chain().focus().insertContentAt({ from: range.from, to: range.to }, content).run()
}

/** The figure around the picture that is chosen, with its words. */
function figureAround(editor: Editor): { from: number; to: number; words: string } | undefined {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name !== 'figure') continue
    const words = node.children.find(child => child.type.name === 'figcaption')?.textContent ?? ''
    return { from: $from.before(depth), to: $from.after(depth), words }
  }
  return undefined
}
