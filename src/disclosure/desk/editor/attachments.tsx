import { Button, Progress } from 'antd'
import { useState } from 'react'
import type { Attachment } from '../../item.ts'
import { deskFile } from '../pictures.ts'
import { sizeInWords } from '../size.ts'
import { uploadFile } from '../upload.ts'

interface Files {
  readonly item: string
  readonly files: readonly Attachment[]
  /** Changes the list as it stands then: several uploads may end at once. */
  readonly change: (next: (files: readonly Attachment[]) => readonly Attachment[]) => void
}

interface Going {
  readonly name: string
  readonly percent: number
  readonly wrong?: string
}

/** The attachments: several at once, each with its progress; renamed, ordered, taken out. */
export function Attachments({ item, files, change }: Files) {
  const [going, setGoing] = useState<Readonly<Record<string, Going>>>({})
  const tell = (key: string, state: Going | undefined) =>
    setGoing(before => {
      const { [key]: _, ...rest } = before
      return state === undefined ? rest : { ...rest, [key]: state }
    })
  const add = async (file: File) => {
    const key = crypto.randomUUID()
    tell(key, { name: file.name, percent: 0 })
    const done = await uploadFile(item, file, percent => tell(key, { name: file.name, percent }))
    if ('wrong' in done) return tell(key, { name: file.name, percent: 0, wrong: done.wrong })
    tell(key, undefined)
    change(now => [...now, done.file])
  }
  return (
    <section aria-label="附件" id="field-attachments" tabIndex={-1}>
      <h3>附件</h3>
      <p>
        <label className="upload">
          <span>上传附件（可以一次选择多份；PDF、OFD、Word、Excel、图片、文本，每份不超过 50 MB）</span>
          <input
            type="file"
            multiple
            onChange={event => {
              for (const file of event.target.files ?? []) void add(file)
              event.target.value = ''
            }}
          />
        </label>
      </p>
      {Object.entries(going).map(([key, { name, percent, wrong }]) => (
        <div key={key} role="status">
          {name}
          {wrong === undefined ? (
            <Progress percent={percent} size="small" aria-label={`${name}的上传进度`} />
          ) : (
            <>
              <span className="late">{`：没有上传。${wrong}`}</span>
              <Button size="small" onClick={() => tell(key, undefined)}>
                知道了
              </Button>
            </>
          )}
        </div>
      ))}
      {files.length === 0 && <p>没有附件。</p>}
      <ol className="attachments">
        {files.map((file, place) => (
          <OneFile key={file.file} {...{ item, file, place, change }} last={place === files.length - 1} />
        ))}
      </ol>
    </section>
  )
}

function OneFile({
  item,
  file: { file, name, sizeBytes },
  place,
  last,
  change,
}: Pick<Files, 'item' | 'change'> & { file: Attachment; place: number; last: boolean }) {
  const move = (by: number) =>
    change(now => {
      const next = now.filter((_, at) => at !== place)
      return now[place] === undefined ? now : next.toSpliced(place + by, 0, now[place])
    })
  return (
    <li id={`field-attachments-${place}`} tabIndex={-1}>
      <input
        aria-label={`附件 ${place + 1} 的名称`}
        value={name}
        maxLength={255}
        onChange={event => {
          const renamed = event.target.value
          change(now => now.map(each => (each.file === file ? { ...each, name: renamed } : each)))
        }}
      />
      <span>{sizeInWords(sizeBytes)}</span>
      <a href={deskFile(item, file)}>打开</a>
      <Button size="small" disabled={place === 0} aria-label={`上移${name}`} onClick={() => move(-1)}>
        上移
      </Button>
      <Button size="small" disabled={last} aria-label={`下移${name}`} onClick={() => move(1)}>
        下移
      </Button>
      <Button
        size="small"
        aria-label={`移除${name}`}
        onClick={() => change(now => now.filter(each => each.file !== file))}
      >
        移除
      </Button>
    </li>
  )
}
