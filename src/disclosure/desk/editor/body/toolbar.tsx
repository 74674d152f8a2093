import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useRef, useState } from 'react'
import { Asking } from './asking.tsx'
import { captionAt, setCaption } from './captions.ts'
import { isSafe } from './extensions.ts'
import { addFootnote } from './footnote.ts'
import { PictureIn, type PicturesIn } from './picture-in.tsx'

type Asked = 'link' | 'alt' | 'caption' | 'footnote'

interface Tools extends PicturesIn {
  readonly add: (pictures: readonly File[]) => void
}

/** What the body may be made of; every button has its words, and the keys of every word processor work too. */
export function Toolbar({ editor, item, upload, pictures, add, next }: Tools) {
  const [asked, ask] = useState<Asked>()
  const file = useRef<HTMLInputElement>(null)
  const state = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) })
  const focus = () => editor.chain().focus()
  return (
    <>
      <div className="toolbar" role="toolbar" aria-label="排版">
        <Block editor={editor} at={state.block} />
        <Tool label="加粗" on={state.bold} run={() => focus().toggleBold().run()} />
        <Tool label="下划线" on={state.underline} run={() => focus().toggleUnderline().run()} />
        <Tool label="编号列表" on={state.ordered} run={() => focus().toggleOrderedList().run()} />
        <Tool label="项目列表" on={state.bullets} run={() => focus().toggleBulletList().run()} />
        <Tool label="链接" on={state.link} run={() => ask('link')} />
        <Tool label="脚注" run={() => ask('footnote')} />
        <Tool label="图片" run={() => file.current?.click()} />
        {state.image && <Tool label="图片说明" run={() => ask('alt')} />}
        {state.caption !== undefined && (
          <Tool label={state.table ? '表题' : '图题'} run={() => ask('caption')} />
        )}
        <Table editor={editor} inside={state.table} />
        <Tool label="撤销" off={!state.undo} run={() => focus().undo().run()} />
        <Tool label="重做" off={!state.redo} run={() => focus().redo().run()} />
      </div>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg"
        multiple
        hidden
        aria-label="选择图片"
        onChange={event => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <PictureIn {...{ editor, item, upload, pictures, next }} />
      {asked !== undefined && pictures.length === 0 && (
        <Question {...{ editor, asked, state }} close={() => ask(undefined)} />
      )}
    </>
  )
}

interface Questioning {
  readonly editor: Editor
  readonly asked: Asked
  readonly state: ReturnType<typeof stateOf>
  readonly close: () => void
}

/** Asks for what a tool needs in words, beginning with what stands there. */
function Question({ editor, asked, state, close }: Questioning) {
  return (
    <Asking
      key={asked}
      {...questions[asked]}
      begin={{ link: state.href, alt: state.alt, caption: state.caption ?? '', footnote: '' }[asked]}
      close={close}
      answer={words => {
        if (asked === 'link') setLink(editor, words)
        else if (asked === 'alt') editor.chain().focus().updateAttributes('image', { alt: words }).run()
        else if (asked === 'caption') setCaption(editor, words)
        else addFootnote(editor, words)
      }}
    />
  )
}

const questions = {
  link: {
    label: '链接地址',
    wrong: (words: string) =>
      words === '' || isSafe(words) ? undefined : '请填写以 https://、http://、mailto: 或 tel: 开头的地址。',
    optional: true,
  },
  alt: { label: '图片说明（读屏软件读给看不见图片的人）' },
  caption: { label: '表格或者图片的题目（清空即删去）', optional: true },
  footnote: { label: '脚注的内容' },
} as const

function stateOf(editor: Editor) {
  const at = (['2', '3', '4'] as const).find(level => editor.isActive('heading', { level: Number(level) }))
  return {
    block: at ?? 'p',
    bold: editor.isActive('bold'),
    underline: editor.isActive('underline'),
    ordered: editor.isActive('orderedList'),
    bullets: editor.isActive('bulletList'),
    link: editor.isActive('link'),
    href: String(editor.getAttributes('link').href ?? ''),
    image: editor.isActive('image'),
    alt: String(editor.getAttributes('image').alt ?? ''),
    table: editor.isActive('table'),
    caption: captionAt(editor),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (href === '') chain.unsetMark('link').run()
  else if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  } else chain.setMark('link', { href }).run()
}

function Block({ editor, at }: { editor: Editor; at: string }) {
  return (
    <select
      aria-label="段落样式"
      value={at}
      onChange={event => {
        const level = ([2, 3, 4] as const).find(each => String(each) === event.target.value)
        if (level === undefined) editor.chain().focus().setParagraph().run()
        else editor.chain().focus().setHeading({ level }).run()
      }}
    >
      <option value="p">正文</option>
      <option value="2">一级标题</option>
      <option value="3">二级标题</option>
      <option value="4">三级标题</option>
    </select>
  )
}

function Table({ editor, inside }: { editor: Editor; inside: boolean }) {
  const focus = () => editor.chain().focus()
  if (!inside) {
    return (
      <Tool label="表格" run={() => focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()} />
    )
  }
  return (
    <>
      <Tool label="加行" run={() => focus().addRowAfter().run()} />
      <Tool label="删行" run={() => focus().deleteRow().run()} />
      <Tool label="加列" run={() => focus().addColumnAfter().run()} />
      <Tool label="删列" run={() => focus().deleteColumn().run()} />
      <Tool label="合并或拆分单元格" run={() => focus().mergeOrSplit().run()} />
      <Tool label="删表格" run={() => focus().deleteTable().run()} />
    </>
  )
}

function Tool({ label, on, off, run }: { label: string; on?: boolean; off?: boolean; run: () => void }) {
  return (
    <button
      type="button"
      disabled={off === true}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      onMouseDown={event => event.preventDefault()}
      onClick={run}
    >
      {label}
    </button>
  )
}
