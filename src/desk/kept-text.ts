import { useState } from 'react'

/** Keeps words in this browser; false where it has no room for them. */
export function keep(place: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(place)
    else localStorage.setItem(place, text)
    return true
  } catch {
    return false
  }
}

/** The words that were kept, or null. */
export function kept(place: string): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

/** A text of one's own, as a reason, that is kept in this browser until it is used. */
export function useKeptText(place: string): readonly [text: string, write: (text: string) => void] {
  const [text, setText] = useState(() => kept(place) ?? '')
  return [
    text,
    (words: string) => {
      setText(words)
      keep(place, words)
    },
  ]
}
