// What the search box gains where scripts run: titles and document numbers while one types. Without it the form works.

const box = document.querySelector<HTMLInputElement>('input[data-suggest]')
if (box !== null) suggestInto(box)

function suggestInto(input: HTMLInputElement): void {
  const list = document.createElement('datalist')
  list.id = 'suggested'
  input.after(list)
  input.setAttribute('list', list.id)
  input.autocomplete = 'off'
  let waiting: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const q = input.value.trim()
      if (q.length < 2) return list.replaceChildren()
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(q)}`).catch(() => undefined)
      if (answer?.ok !== true || input.value.trim() !== q) return undefined
      const found: { title: string; documentNumber: string | null }[] = await answer.json()
      return list.replaceChildren(
        ...found.map(({ title, documentNumber }) => {
          const option = document.createElement('option')
          option.value = title
          if (documentNumber !== null) option.label = `${title}　${documentNumber}`
          return option
        }),
      )
    }, 200)
  })
}
