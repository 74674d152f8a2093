import { inChinese } from '../../../statute/day.ts'
import type { Letter } from '../../letters/letter.ts'

/** A letter as it reads; where `own` is given, the clerk's part is a field. */
export function LetterSheet({
  letter,
  own,
}: {
  letter: Letter
  own?: { readonly text: string; readonly write: (text: string) => void }
}) {
  const { title, number, addressee, paragraphs, agency, on } = letter
  const free = letter.free ?? { from: paragraphs.length, until: paragraphs.length }
  const before = own === undefined ? paragraphs : paragraphs.slice(0, free.from)
  const after = own === undefined ? [] : paragraphs.slice(free.until)
  return (
    <section className="letter" aria-label={`文书：${title}`}>
      <h3>{title}</h3>
      <p className="closing">{number ?? '（发出时编号）'}</p>
      <p className="plain-line">{`${addressee}：`}</p>
      <Paragraphs of={before} />
      {own !== undefined && (
        <textarea
          aria-label="文书中可以改写的部分"
          maxLength={30_000}
          rows={6}
          value={own.text}
          onChange={event => own.write(event.target.value)}
        />
      )}
      <Paragraphs of={after} />
      <p className="closing">{agency}</p>
      <p className="closing">{inChinese(on)}</p>
    </section>
  )
}

function Paragraphs({ of }: { of: readonly string[] }) {
  return of.map((words, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs stand in their order and have no other name
    <p key={place}>{words}</p>
  ))
}
