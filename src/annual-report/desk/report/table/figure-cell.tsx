import { memo } from 'react'
import type { CellPath } from '../../../form.ts'
import { cellLabel } from '../../../labels.ts'

/** What a figure's cell shows. */
export interface FigureProps {
  readonly path: CellPath
  readonly colspan: number
  readonly text: string
  /** Marks as style classes: error, warning, picked, carried, proposed. */
  readonly marks: string
  readonly word: string
  /** What is wrong or worth knowing here, for those who do not see the marks. */
  readonly note: string
  /** Last year's figure and the difference; empty where they are not asked for. */
  readonly previous: string
  readonly readOnly: boolean
  /** Opens the requests behind it; undefined where the records count none. */
  readonly onOpen: ((path: CellPath) => void) | undefined
  readonly onType: (path: CellPath, text: string) => void
}

/** One figure of the form: a field where it may be written, else its words. */
export const FigureCell = memo(function FigureCell(props: FigureProps) {
  const { path, colspan, text, marks, word, note, previous, readOnly, onOpen } = props
  const noteId = `note:${path}`
  return (
    <td id={path} colSpan={colspan} className={marks} title={note === '' ? cellLabel(path) : note}>
      {readOnly ? <Figure {...props} /> : <Field {...props} noteId={noteId} />}
      {!readOnly && onOpen !== undefined && text !== '' && text !== '0' && (
        <button type="button" className="opens" tabIndex={-1} aria-hidden="true" onClick={() => onOpen(path)}>
          件
        </button>
      )}
      {word !== '' && (
        <b className="word" aria-hidden="true">
          {word}
        </b>
      )}
      {previous !== '' && <small>{previous}</small>}
      {note !== '' && (
        <span id={noteId} className="unseen">
          {note}
        </span>
      )}
    </td>
  )
})

/** A figure that is only read: it opens to its requests by a click. */
function Figure({ path, text, onOpen }: FigureProps) {
  if (onOpen === undefined || text === '' || text === '0') return <span className="figure">{text}</span>
  return (
    <button
      type="button"
      className="figure plain"
      aria-label={`${cellLabel(path)} ${text} 件，看由哪些申请得出`}
      onClick={() => onOpen(path)}
    >
      {text}
    </button>
  )
}

function Field({
  path,
  text,
  marks,
  note,
  onType,
  onOpen,
  noteId,
}: FigureProps & { readonly noteId: string }) {
  return (
    <input
      data-path={path}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      placeholder="空白"
      aria-label={cellLabel(path)}
      aria-invalid={/\berror\b/.test(marks)}
      {...(note === '' ? {} : { 'aria-describedby': noteId })}
      onChange={event => onType(path, event.target.value)}
      onKeyDown={event => {
        if (!event.altKey || event.key !== 'Enter' || onOpen === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onOpen(path)
      }}
    />
  )
}
