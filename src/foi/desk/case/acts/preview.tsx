import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { send, wordsOf } from '../../../../desk/client.ts'
import { inChinese } from '../../../../statute/day.ts'
import type { Letter } from '../../../letters/letter.ts'
import type { FoiStep } from '../../../steps.ts'
import type { CaseView, PreviewView } from '../../../view.ts'
import { LetterSheet } from '../letter-sheet.tsx'

const restMillis = 500

interface Previewed {
  readonly view: CaseView
  readonly step: FoiStep
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** What the step would send, fetched again when the typing rests; undefined while something is missing. */
export function usePreview({ view, step, body }: Previewed) {
  const text = body === undefined ? '' : JSON.stringify(body)
  const rested = useRested(text)
  const { id } = view.request
  return useQuery({
    queryKey: ['preview', id, view.standing.version, step, rested],
    enabled: rested !== '',
    queryFn: () => send<PreviewView>('POST', `/requests/${id}/preview/${step}`, JSON.parse(rested)),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const resting = setTimeout(() => setRested(text), restMillis)
    return () => clearTimeout(resting)
  }, [text])
  return rested
}

/** The letter beside its form; the clerk's own part may be written anew where `own` is given. */
export function Preview({
  found,
  ready,
  own,
}: {
  found: ReturnType<typeof usePreview>
  ready: boolean
  own?: { readonly text: string | undefined; readonly write: (text: string) => void }
}) {
  if (!ready) return <p className="why">填写完整后，这里显示将要发出的文书。</p>
  if (found.isError) return <p className="why" role="status">{`现在还不能办理：${wordsOf(found.error)}`}</p>
  if (found.data === undefined) return <p className="why">正在生成文书预览。</p>
  const { letter, due } = found.data
  return (
    <>
      {due !== null && <p>{`办理后的答复期限：${inChinese(due)}。`}</p>}
      {letter !== null && <Sheet letter={letter} own={own} />}
    </>
  )
}

function Sheet({
  letter,
  own,
}: {
  letter: Letter
  own: { readonly text: string | undefined; readonly write: (text: string) => void } | undefined
}) {
  if (own === undefined || letter.free === undefined) return <LetterSheet letter={letter} />
  const { from, until } = letter.free
  const said = letter.paragraphs.slice(from, until).join('\n')
  if (own.text === undefined) {
    return (
      <>
        <LetterSheet letter={letter} />
        <button type="button" className="plain" onClick={() => own.write(said)}>
          改写文书
        </button>
      </>
    )
  }
  return <LetterSheet letter={letter} own={{ text: own.text, write: own.write }} />
}

/** The paragraphs of a letter with the clerk's own part in their place. */
export function paragraphsWith(letter: Letter, own: string): string[] {
  const { paragraphs, free = { from: paragraphs.length, until: paragraphs.length } } = letter
  const mine = own.split('\n').filter(words => words.trim() !== '')
  return [...paragraphs.slice(0, free.from), ...mine, ...paragraphs.slice(free.until)]
}
