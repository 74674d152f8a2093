import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { foundInBody } from '../../jump.ts'
import { onTheDesk, onTheShelf } from '../../pictures.ts'
import { bodyExtensions } from './extensions.ts'
import { withoutClutter } from './paste.ts'
import { picturesIn } from './pictures-in.ts'
import { Toolbar } from './toolbar.tsx'

interface Body {
  readonly item: string
  readonly body: string
  /** Counts the times that the body was put in from outside, as by a Word document. */
  readonly round: number
  readonly change: (body: string) => void
  readonly upload: (file: File) => Promise<string | undefined>
}

/** The body as it is written; pictures come in by a button, by pasting and by dropping them. */
export function BodyEditor({ item, body, round, change, upload }: Body) {
  const [pictures, setPictures] = useState<readonly File[]>([])
  const [left, setLeft] = useState(0)
  const editor = useEditor({
    extensions: bodyExtensions,
    content: onTheDesk(item, body),
    injectCSS: false,
    editorProps: {
      attributes: {
        ...{ class: 'body-text', id: 'field-body', role: 'textbox', 'aria-multiline': 'true' },
        'aria-label': '正文',
      },
      ...takingIn(found => setPictures(now => [...now, ...found]), setLeft),
    },
    onUpdate: ({ editor: now }) => change(now.isEmpty ? '' : onTheShelf(item, now.getHTML())),
  })
  const seen = useRef(round)
  useEffect(() => {
    if (seen.current === round || editor === null) return
    seen.current = round
    editor.commands.setContent(onTheDesk(item, body), { emitUpdate: false })
  }, [round, editor, item, body])
  useFound(editor)
  if (editor === null) return null
  return (
    <div className="body-editor">
      <Toolbar
        {...{ editor, item, upload }}
        pictures={pictures}
        add={found => setPictures(now => [...now, ...found])}
        next={() => setPictures(now => now.slice(1))}
      />
      {left > 0 && (
        <p role="status" className="late">
          {`粘贴的内容中有 ${left} 张图片没有带入：它们在您的电脑或者别的网站上。请复制图片本身后粘贴，或者点“图片”上传。`}
        </p>
      )}
      <EditorContent editor={editor} />
      <Count editor={editor} />
    </div>
  )
}

/** What comes from the clipboard or is dropped: words without clutter, pictures to be kept; `leave` counts those left out. */
function takingIn(take: (pictures: readonly File[]) => void, leave: (count: number) => void) {
  return {
    transformPastedHTML: (html: string) => {
      const clean = withoutClutter(html)
      leave(clean.pictures)
      return clean.html
    },
    handlePaste: (_view: EditorView, event: ClipboardEvent) => {
      const found = picturesIn(event.clipboardData)
      if (found.length > 0) take(found)
      return found.length > 0
    },
    handleDrop: (view: EditorView, event: DragEvent, _slice: unknown, moved: boolean) => {
      const found = moved ? [] : picturesIn(event.dataTransfer)
      if (found.length === 0) return false
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (place !== null) {
        const { tr, doc } = view.state
        view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))))
      }
      take(found)
      return true
    },
  }
}

function Count({ editor }: { editor: Editor }) {
  const count = useEditorState({
    editor,
    selector: ({ editor: now }) => [...now.state.doc.textContent.replace(/\s/g, '')].length,
  })
  return <p className="count">{`${count} 字`}</p>
}

/** Shows words that a check found: of several places the one nearest to where they were found. */
function useFound(editor: Editor | null): void {
  useEffect(() => {
    const listen = (event: Event) => {
      if (editor === null || !(event instanceof CustomEvent)) return
      const at: { start: number; text: string } | undefined = event.detail
      const from = at === undefined ? undefined : placeOf(editor, at)
      if (from === undefined || at === undefined) editor.commands.focus()
      else
        editor
          .chain()
          .focus()
          .setTextSelection({ from, to: from + at.text.length })
          .scrollIntoView()
          .run()
    }
    addEventListener(foundInBody, listen)
    return () => removeEventListener(foundInBody, listen)
  }, [editor])
}

function placeOf(editor: Editor, { start, text }: { start: number; text: string }): number | undefined {
  const found: { from: number; far: number }[] = []
  let before = 0
  editor.state.doc.descendants((node, place) => {
    if (!node.isTextblock) return
    const words = node.textContent
    for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1)) {
      found.push({ from: place + 1 + at, far: Math.abs(before + at - start) })
    }
    before += words.length + 1
  })
  return found.toSorted((a, b) => a.far - b.far)[0]?.from
}
