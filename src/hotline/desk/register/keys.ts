import { type DemandType, demandTypes } from '../../demand.ts'

/** Does an input method compose just now? Then a key is a part of a word; some browsers tell it by 229 alone. */
export function isComposing({
  isComposing: composes,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>) {
  return composes || keyCode === 229
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'target'>

/** The type that a number key chooses, outside of the fields. */
export function typeOfKey({ key, ctrlKey, altKey, metaKey, target }: Pressed): DemandType | undefined {
  if (ctrlKey || altKey || metaKey || isField(target) || !/^[1-6]$/.test(key)) return undefined
  return demandTypes[Number(key) - 1]
}

/** What is offered next after what was taken; the first where nothing was. */
export function nextOf(offered: readonly string[], taken: string | undefined): string | undefined {
  return offered[(offered.indexOf(taken ?? '') + 1) % offered.length]
}

/** Does one type here? */
export function isField(target: EventTarget | null): boolean {
  const tag = target !== null && 'tagName' in target ? String(target.tagName) : ''
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(tag)
}
