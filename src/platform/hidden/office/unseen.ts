/** Why a reader does not see words: they are hidden, or stand in black on black; undefined where they are seen. */
export type Unseen = 'hidden' | 'covered' | undefined
