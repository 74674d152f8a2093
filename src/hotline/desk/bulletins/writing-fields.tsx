import { Button } from 'antd'
import { Field as Labelled } from '../../../office/desk/acting.tsx'
import type { BulletinWords } from '../../bulletins/content.ts'
import type { Field } from '../../bulletins/fields.ts'

/** What is being written, kept in this browser until it is saved. */
export interface Writing extends BulletinWords {
  readonly cutOff: string
  /** Places of the topics that stay. */
  readonly topics: readonly number[]
}

interface Writes {
  readonly writing: Writing
  readonly change: (next: Partial<Writing>) => void
}

/** The numbers that the prose may show: written as {{total}}, they follow the tables. */
export function FieldsHelp({ fields }: { fields: readonly Field[] }) {
  return (
    <details>
      <summary>可以插入正文的数字（随附表更新）</summary>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">数字</th>
            <th scope="col">写作</th>
            <th scope="col">现在为</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, label, text }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>
                <code>{`{{${name}}}`}</code>
              </td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The sections of the prose. */
export function SectionFields({ writing, change }: Writes) {
  const { sections } = writing
  const put = (at: number, part: Partial<(typeof sections)[number]>) =>
    change({ sections: sections.map((each, its) => (its === at ? { ...each, ...part } : each)) })
  return (
    <>
      {sections.map(({ title, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its place
        <fieldset key={at}>
          <legend>{`第 ${at + 1} 节`}</legend>
          <Labelled label="标题">
            <input
              value={title}
              maxLength={100}
              onChange={({ target }) => put(at, { title: target.value })}
              required
            />
          </Labelled>
          <Labelled label="内容">
            <textarea
              value={words}
              rows={5}
              maxLength={20_000}
              onChange={({ target }) => put(at, { words: target.value })}
            />
          </Labelled>
          <Button size="small" onClick={() => change({ sections: sections.filter((_, its) => its !== at) })}>
            {`去掉第 ${at + 1} 节`}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button onClick={() => change({ sections: [...sections, { title: '', words: '' }] })}>
          再加一节
        </Button>
      </p>
    </>
  )
}

/** The typical cases, written without anybody's personal data. */
export function CaseFields({ writing, change }: Writes) {
  const { cases } = writing
  const put = (at: number, part: Partial<(typeof cases)[number]>) =>
    change({ cases: cases.map((each, its) => (its === at ? { ...each, ...part } : each)) })
  return (
    <fieldset>
      <legend>典型案例（不写个人信息）</legend>
      {cases.map(({ number, title, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a case is known by its place
        <fieldset key={at}>
          <legend>{`案例 ${at + 1}`}</legend>
          <Labelled label="诉求编号（不公布，可以不填）">
            <input
              value={number}
              maxLength={40}
              onChange={({ target }) => put(at, { number: target.value })}
            />
          </Labelled>
          <Labelled label="案例标题">
            <input
              value={title}
              maxLength={100}
              onChange={({ target }) => put(at, { title: target.value })}
              required
            />
          </Labelled>
          <Labelled label="案例内容">
            <textarea
              value={words}
              rows={4}
              maxLength={5000}
              onChange={({ target }) => put(at, { words: target.value })}
              required
            />
          </Labelled>
          <Button size="small" onClick={() => change({ cases: cases.filter((_, its) => its !== at) })}>
            {`去掉案例 ${at + 1}`}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => change({ cases: [...cases, { number: '', title: '', words: '' }] })}>
        再加一个案例
      </Button>
    </fieldset>
  )
}
