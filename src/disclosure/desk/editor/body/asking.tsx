import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

interface Question {
  readonly label: string
  readonly begin: string
  readonly optional?: boolean
  readonly wrong?: (words: string) => string | undefined
  readonly answer: (words: string) => void
  readonly close: () => void
}

/** Asks for a line of words under the toolbar; Enter answers, Escape leaves it. */
export function Asking({ label, begin, optional, wrong, answer, close }: Question) {
  const [words, setWords] = useState(begin)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const said = words.trim()
  const problem = wrong?.(said)
  const ready = problem === undefined && (said !== '' || optional === true)
  const go = () => {
    if (!ready) return
    answer(said)
    close()
  }
  return (
    <div className="asking">
      <label>
        <span>{label}</span>
        <input
          ref={field}
          value={words}
          maxLength={500}
          onChange={event => setWords(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') close()
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            go()
          }}
        />
      </label>
      <Button type="primary" disabled={!ready} onClick={go}>
        确定
      </Button>
      <Button onClick={close}>取消</Button>
      {problem !== undefined && <p className="late">{problem}</p>}
    </div>
  )
}
