import { Button } from 'antd'
import { useState } from 'react'
import { Field } from '../../../office/desk/acting.tsx'

/** The words that are covered wherever they stand. */
export function Words({
  words,
  change,
}: {
  words: readonly string[]
  change: (words: readonly string[]) => void
}) {
  const [typed, type] = useState('')
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    const word = typed.trim()
    if (word !== '' && !words.includes(word)) change([...words, word])
    type('')
  }
  return (
    <form onSubmit={add}>
      <Field label="要遮盖的词（姓名、证件号、电话等，文件中每一处都遮盖）">
        <input value={typed} maxLength={200} onChange={event => type(event.target.value)} />
      </Field>
      <p className="actions">
        <Button htmlType="submit" disabled={typed.trim() === ''}>
          加入
        </Button>
      </p>
      {words.length > 0 && (
        <ul aria-label="已加入的词" className="marked-words">
          {words.map(word => (
            <li key={word}>
              <bdi>{word}</bdi>
              <Button
                size="small"
                aria-label={`去掉“${word}”`}
                onClick={() => change(words.filter(each => each !== word))}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
