/** What saves a draft that is being typed into; true where it was saved. */
type Save = () => Promise<boolean>

const open = new Map<string, Save>()

/** Says how the draft of this item is saved while its editor is open. @returns how to stop */
export function keepSaving(item: string, save: Save): () => void {
  open.set(item, save)
  return () => {
    if (open.get(item) === save) open.delete(item)
  }
}

/** Saves what was typed into the draft before something is done with it; true where nothing is left unsaved. */
export async function saveBefore(item: string): Promise<boolean> {
  return (await open.get(item)?.()) ?? true
}
