import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { momentInChinese } from '../../../statute/moment.ts'
import type { ItemContent } from '../../item.ts'
import type { DraftView } from '../../view.ts'
import { type DifferentField, differentFields, type Side, settled, stretches } from '../merging.ts'

const fieldLabel = {
  ...{ title: '标题', form: '信息形式', duty: '公开内容类别', theme: '主题分类', genre: '体裁' },
  ...{ documentNumber: '发文字号', madeOn: '成文日期', jointMakers: '联合发文', keywords: '关键词' },
  ...{ summary: '摘要', attachments: '附件', own: '本形式的专有项', interprets: '解读的文件' },
  ...{ repeals: '废止的文件', revises: '修订的文件', series: '专栏', rows: '结果明细' },
} as const satisfies Record<DifferentField, string>

interface Both {
  readonly mine: ItemContent
  readonly theirs: DraftView
  readonly settle: (content: ItemContent, over: DraftView) => void
}

/** Two saved apart: each difference is taken from mine or theirs, and nothing is lost before one chose. */
export function Conflict({ mine, theirs, settle }: Both) {
  const other = theirs.content
  const fields = differentFields(mine, other)
  const parts = useMemo(() => stretches(blocksOf(mine.body), blocksOf(other.body)), [mine.body, other.body])
  const [chosen, choose] = useState<Partial<Record<DifferentField, Side>>>({})
  const [sides, setSides] = useState<readonly Side[]>([])
  const sideOf = (place: number): Side => sides[place] ?? 'mine'
  const all = (side: Side) => {
    choose(Object.fromEntries(fields.map(field => [field, side])))
    setSides(parts.map(() => side))
  }
  return (
    <section className="card conflict" role="alert" aria-label="两份稿件">
      <h3>{`${theirs.savedByName}于 ${momentInChinese(theirs.savedAt)} 保存过这份稿件`}</h3>
      <p>您的稿件和对方的稿件都在。请逐处选择，然后保存；您没有选择的，保留您的。</p>
      <p className="actions">
        <Button onClick={() => all('mine')}>全部用我的</Button>
        <Button onClick={() => all('theirs')}>全部用对方的</Button>
      </p>
      {fields.map(field => (
        <Choice
          key={field}
          label={fieldLabel[field]}
          mine={<p>{saidOf(mine[field])}</p>}
          theirs={<p>{saidOf(other[field])}</p>}
          sides={['mine', 'theirs']}
          side={chosen[field] ?? 'mine'}
          choose={side => choose({ ...chosen, [field]: side })}
        />
      ))}
      {parts.map((part, place) =>
        part.same ? null : (
          <Choice
            // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of two fixed bodies keep their places
            key={place}
            label={`正文第 ${place + 1} 处`}
            mine={<Words blocks={part.mine} />}
            theirs={<Words blocks={part.theirs} />}
            sides={['mine', 'theirs', 'both']}
            side={sideOf(place)}
            choose={side => setSides(parts.map((_, at) => (at === place ? side : sideOf(at))))}
          />
        ),
      )}
      <Button
        type="primary"
        onClick={() => {
          const content = settled({ mine, theirs: other }, chosen, { stretches: parts, sides })
          settle(content, theirs)
        }}
      >
        按所选保存
      </Button>
    </section>
  )
}

const sideLabel = { mine: '用我的', theirs: '用对方的', both: '都保留' } as const satisfies Record<
  Side,
  string
>

function Choice({
  label,
  mine,
  theirs,
  sides,
  side,
  choose,
}: {
  label: string
  mine: React.ReactNode
  theirs: React.ReactNode
  sides: readonly Side[]
  side: Side
  choose: (side: Side) => void
}) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="sides">
        <div>
          <strong>我的</strong>
          {mine}
        </div>
        <div>
          <strong>对方的</strong>
          {theirs}
        </div>
      </div>
      {sides.map(each => (
        <label key={each}>
          <input type="radio" name={label} checked={side === each} onChange={() => choose(each)} />
          {sideLabel[each]}
        </label>
      ))}
    </fieldset>
  )
}

function Words({ blocks }: { blocks: readonly string[] }) {
  if (blocks.length === 0) return <p>（没有）</p>
  return blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: shown once, never moved
    <p key={place}>{wordsIn(block) || '（图片或者表格）'}</p>
  ))
}

function wordsIn(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
}

/** The blocks of a body: its paragraphs, headings, lists and tables. */
function blocksOf(body: string): string[] {
  return [...new DOMParser().parseFromString(body, 'text/html').body.children].map(each => each.outerHTML)
}

function saidOf(value: ItemContent[DifferentField]): string {
  if (value === null || value === '') return '（没有填写）'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    return value.map(each => (typeof each === 'string' ? each : each.name)).join('、') || '（没有）'
  }
  return Object.values(value).map(String).filter(Boolean).join('；') || '（没有填写）'
}
