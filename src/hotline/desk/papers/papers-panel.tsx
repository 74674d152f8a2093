import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read, send } from '../../../desk/client.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { type DemandPaper, mostPapers } from '../../papers/paper.ts'
import type { DemandView } from '../../view.ts'

/** Photos and files of a demand: what the caller handed in, what the staff added; and the form that adds some. */
export function PapersPanel({ view: { demand, steps } }: { view: DemandView }) {
  const address = `/demands/${demand.id}/papers`
  const found = useQuery({
    queryKey: ['demand', demand.id, 'papers'],
    queryFn: () => read<{ readonly papers: readonly DemandPaper[] }>(address),
  })
  const papers = found.data?.papers ?? []
  const may = steps.some(({ step, refusal }) => step === 'note' && refusal === null)
  if (papers.length === 0 && !may) return null
  return (
    <section className="card" aria-label="照片和文件">
      <h2>照片和文件</h2>
      {papers.length === 0 && <p>还没有照片和文件。</p>}
      <ul>
        {papers.map(({ id, name, media, ofCaller, addedBy, addedAt, openToCaller }) => (
          <li key={id}>
            <a href={`/api/v1${address}/${id}`} download={name}>
              {media.startsWith('image/') && !media.includes('tiff') && (
                <img src={`/api/v1${address}/${id}`} alt="" width={96} loading="lazy" />
              )}
              {name}
            </a>
            <small>{` ${ofCaller ? '来电人' : addedBy}，${momentInChinese(addedAt)}${openToCaller ? '' : '，来电人不可见'}`}</small>
          </li>
        ))}
      </ul>
      {may && <AddForm address={address} />}
    </section>
  )
}

function AddForm({ address }: { address: string }) {
  const acting = useActing()
  const queries = useQueryClient()
  const [round, again] = useState(0)
  const add = (form: HTMLFormElement) =>
    acting.run(async () => {
      await send('POST', address, new FormData(form))
      await queries.invalidateQueries({ queryKey: ['demand'] })
      again(round + 1)
      return '已补充。'
    })
  return (
    <form
      key={round}
      className="no-print"
      aria-label="补充照片和文件"
      onSubmit={event => {
        event.preventDefault()
        void add(event.currentTarget)
      }}
    >
      <Field label={`照片或者文件（一次最多 ${mostPapers.atOnce} 个）`}>
        <input type="file" name="files" multiple required />
      </Field>
      <Field label="说明（可以不填）">
        <input name="words" maxLength={2000} />
      </Field>
      <label>
        <input type="checkbox" name="open" value="1" />
        {' 来电人也可以看'}
      </label>
      <p className="actions">
        <Button htmlType="submit" loading={acting.busy}>
          补充
        </Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}
