import { type Day, dayOf, inChinese, isDay } from '../../../statute/day.ts'
import { theForm } from '../../forms.ts'
import type { ItemContent } from '../../item.ts'
import { deskFile, onTheDesk } from '../pictures.ts'
import { sizeInWords } from '../size.ts'

/** The words of an item as they are read, for those who do not write them: every field that is reviewed. */
export function PaperText({
  item,
  content,
  heading,
}: {
  item: string
  content: ItemContent
  heading: string
}) {
  return (
    <section className="card" aria-label={heading} id="draft" tabIndex={-1}>
      <h2>{heading}</h2>
      <dl>
        {factsOf(content).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>正文</h3>
      {content.body === '' ? (
        <p>没有正文。</p>
      ) : (
        // The server keeps no body that it has not cleaned: no script, style or frame is left in it.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by read/clean.ts before it is kept
        <div className="body-text" dangerouslySetInnerHTML={{ __html: onTheDesk(item, content.body) }} />
      )}
      <h3>附件</h3>
      {content.attachments.length === 0 && <p>没有附件。</p>}
      <ul className="plain-list">
        {content.attachments.map(({ file, name, sizeBytes }) => (
          <li key={file}>
            <a href={deskFile(item, file)}>{name}</a>
            {`（${sizeInWords(sizeBytes)}）`}
          </li>
        ))}
      </ul>
      {content.rows !== null && <p>{`结果明细 ${content.rows.count} 条。`}</p>}
    </section>
  )
}

function factsOf(content: ItemContent): [string, string][] {
  const { documentNumber, madeOn, theme, genre, jointMakers, keywords, summary, series, form, own } = content
  const day = (on: Day | null) => (on === null ? '' : inChinese(on))
  const said: [string, string][] = [
    ...([
      ['发文字号', documentNumber ?? ''],
      ['成文日期', day(madeOn)],
    ] satisfies [string, string][]),
    ...([
      ['主题分类', theme],
      ['体裁', genre],
    ] satisfies [string, string][]),
    ['联合发文', jointMakers.join('、')],
    ...([
      ['关键词', keywords.join('、')],
      ['摘要', summary],
      ['专栏', series],
    ] satisfies [string, string][]),
    ...theForm(form).fields.map(({ key, label, kind }): [string, string] => [
      label,
      kind === 'day' ? inChineseIfDay(own[key] ?? '') : (own[key] ?? ''),
    ]),
  ]
  return said.filter(([, value]) => value !== '')
}

const inChineseIfDay = (text: string) => (isDay(text) ? inChinese(dayOf(text)) : text)
