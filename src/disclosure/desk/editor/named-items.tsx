import { Button } from 'antd'
import { useState } from 'react'
import type { NamedItem } from '../../view.ts'
import { namedWithNumber, usePublicItems } from '../public-items.ts'

interface Naming {
  readonly label: string
  readonly field: string
  readonly items: readonly string[]
  /** The names that are known so far. */
  readonly known: readonly NamedItem[]
  readonly change: (items: readonly string[]) => void
}

/** Chooses other public items by their title or number: what is interpreted, repealed, revised. */
export function NamedItems({ label, field, items, known, change }: Naming) {
  const [words, setWords] = useState('')
  const [met, setMet] = useState<Readonly<Record<string, string>>>({})
  const sought = words.trim()
  const { lines, found } = usePublicItems(sought)
  const nameOf = (item: string) => met[item] ?? known.find(each => each.item === item)?.title ?? item
  const offered = lines.filter(({ id }) => !items.includes(id))
  return (
    <fieldset className="named">
      <legend>{label}</legend>
      {items.length > 0 && (
        <ul className="plain-list">
          {items.map(item => (
            <li key={item}>
              {nameOf(item)}{' '}
              <Button
                size="small"
                aria-label={`移除${nameOf(item)}`}
                onClick={() => change(items.filter(each => each !== item))}
              >
                移除
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={`field-${field}`}
        type="search"
        aria-label={`查找${label}`}
        placeholder="按标题或者发文字号查找已公开的信息"
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      {sought.length > 1 && found && offered.length === 0 && <p>没有找到已公开的信息。</p>}
      <ul className="plain-list">
        {offered.map(line => (
          <li key={line.id}>
            <button
              type="button"
              className="plain"
              onClick={() => {
                setMet({ ...met, [line.id]: line.title })
                change([...items, line.id])
                setWords('')
              }}
            >
              {`加入：${namedWithNumber(line)}`}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
