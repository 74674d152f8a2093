import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { fileSize } from '../../giving/file-size.ts'
import type { Letter } from '../../letters/letter.ts'
import { paperPurposeLabel } from '../../request.ts'
import type { CaseView, LetterLine } from '../../view.ts'
import { useIsOfTheAgency } from '../mine.ts'
import { useShowCase } from './case-query.ts'
import { LetterSheet } from './letter-sheet.tsx'

/** The papers: what came with the request, what was worked with, what is given. */
export function PapersPanel({ view }: { view: CaseView }) {
  const { papers, request } = view
  const may = view.steps.some(({ step, refusal }) => step === 'attach' && refusal === undefined)
  return (
    <section className="card" aria-label="材料">
      <h2>材料</h2>
      {papers.length === 0 && <p>还没有材料。</p>}
      <ul className="files">
        {papers.map(({ id, name, purpose, sizeBytes, addedOn, addedBy, openToApplicant }) => (
          <li key={id}>
            <a href={`/api/v1/requests/${request.id}/papers/${id}`} download>
              {name}
            </a>
            {`（${paperPurposeLabel[purpose]}，${fileSize(sizeBytes)}，${addedBy} ${inChinese(dayOf(addedOn))}附${openToApplicant ? '，申请人可见' : ''}）`}
            {may && purpose === 'working' && (
              <Link className="no-print" to={deskPaths.giving(request.id, id)}>
                检查、遮盖并提供
              </Link>
            )}
          </li>
        ))}
      </ul>
      {may && <AttachForm id={request.id} />}
    </section>
  )
}

function AttachForm({ id }: { id: string }) {
  const acting = useActing()
  const show = useShowCase()
  return (
    <form
      className="no-print"
      onSubmit={event => {
        event.preventDefault()
        const form = event.currentTarget
        void acting.run(async () => {
          show(await send<CaseView>('POST', `/requests/${id}/papers`, new FormData(form)))
          form.reset()
          return '已附上。'
        })
      }}
    >
      <Field label="附材料（PDF、Word、Excel、图片、文本，不超过 50 MB）" wrong={acting.fields.file}>
        <input type="file" name="file" required />
      </Field>
      <Field label="用途" wrong={acting.fields.purpose}>
        <select name="purpose" defaultValue="working">
          {Object.entries(paperPurposeLabel)
            .filter(([value]) => value !== 'given')
            .map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
        </select>
      </Field>
      <p>要提供给申请人的文件，先作为“办理材料”附上，再点“检查、遮盖并提供”。</p>
      <Button htmlType="submit" loading={acting.busy}>
        附上
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}

/** The letters that were sent, each as it was sent. */
export function LettersPanel({ view }: { view: CaseView }) {
  return (
    <section className="card" aria-label="文书">
      <h2>已发出的文书</h2>
      {view.letters.length === 0 && <p>还没有发出文书。</p>}
      <ul className="files">
        {view.letters.map(letter => (
          <OneLetter key={letter.id} letter={letter} request={view.request} />
        ))}
      </ul>
    </section>
  )
}

function OneLetter({ letter, request }: { letter: LetterLine; request: CaseView['request'] }) {
  const mine = useIsOfTheAgency(request.agency)
  const [open, setOpen] = useState(false)
  const path = `/requests/${request.id}/letters/${letter.id}`
  const found = useQuery({ queryKey: [path], enabled: open, queryFn: () => read<Letter>(path) })
  return (
    <li>
      <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {`${letter.title}${letter.number}`}
      </button>
      {`${inChinese(dayOf(letter.sentOn))}　`}
      {mine && (
        <>
          <a href={`/api/v1${path}/pdf`} target="_blank" rel="noreferrer">
            PDF
          </a>{' '}
          <a href={`/api/v1${path}/docx`} download>
            Word
          </a>
        </>
      )}
      {open && found.data !== undefined && (
        <>
          <LetterSheet letter={found.data} />
          <p>
            <small>{`校验值（SHA-256）：${letter.sha256}`}</small>
          </p>
        </>
      )}
    </li>
  )
}
