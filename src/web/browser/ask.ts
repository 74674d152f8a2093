// What the request form gains where scripts run: a draft kept in this browser, what is already public while one types,
// and no second sending by a second click.

const draftForm = document.querySelector<HTMLFormElement>('form[data-keep]')
if (draftForm !== null) {
  const place = `gongkai draft ${draftForm.dataset.keep}`
  restoreDraft(draftForm, place)
  draftForm.addEventListener('input', () => keepDraft(draftForm, place))
  draftForm.addEventListener('submit', () => {
    setTimeout(() => {
      for (const each of draftForm.querySelectorAll('button')) each.disabled = true
    })
  })
  window.addEventListener('pageshow', () => {
    for (const each of draftForm.querySelectorAll('button')) each.disabled = false
  })
  lookWhileTyping(draftForm)
}
const kept = document.querySelector<HTMLElement>('[data-kept]')
if (kept !== null) localStorage.removeItem(`gongkai draft ${kept.dataset.kept}`)

/** The fields that may stay in a browser that others use too: no numbers, no addresses, no files. */
function draftFields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'input:not([type=hidden], [type=file], [data-private]), textarea, select',
  )
  return [...fields]
}

function keepDraft(form: HTMLFormElement, place: string): void {
  const words = draftFields(form).map(field => [
    `${field.name} ${field instanceof HTMLInputElement && isChoice(field) ? field.value : ''}`,
    field instanceof HTMLInputElement && isChoice(field) ? String(field.checked) : field.value,
  ])
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(words)))
  } catch {
    // A browser that keeps nothing still sends the form.
  }
}

function restoreDraft(form: HTMLFormElement, place: string): void {
  const text = localStorage.getItem(place)
  const description = form.querySelector('textarea')
  if (text === null || description === null || description.value !== '') return
  const words: Record<string, string> = JSON.parse(text)
  if (Object.values(words).every(value => ['', 'true', 'false'].includes(value))) return
  for (const field of draftFields(form)) {
    const choice = field instanceof HTMLInputElement && isChoice(field)
    const value = words[`${field.name} ${choice ? field.value : ''}`]
    if (value === undefined) continue
    if (choice) field.checked = value === 'true'
    else field.value = value
  }
  const told = document.createElement('p')
  told.className = 'note'
  told.setAttribute('role', 'status')
  told.textContent = '已恢复上次在这台设备上没有提交的内容（证件号码、联系方式、地址和文件不保存）。'
  const forget = document.createElement('button')
  forget.type = 'button'
  forget.className = 'plain'
  forget.textContent = '清空重填'
  forget.addEventListener('click', () => {
    localStorage.removeItem(place)
    location.reload()
  })
  told.append(' ', forget)
  form.prepend(told)
}

function isChoice({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio'
}

function lookWhileTyping(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-alike]')
  const description = form.querySelector('textarea')
  if (place === null || description === null) return
  let waiting: ReturnType<typeof setTimeout> | undefined
  description.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const about = description.value.trim().slice(0, 300)
      if (about.length < 4) return place.replaceChildren()
      const answer = await fetch(`${place.dataset.alike}?about=${encodeURIComponent(about)}`).catch(
        () => undefined,
      )
      if (answer?.ok !== true || description.value.trim().slice(0, 300) !== about) return undefined
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      return place.replaceChildren(...page.body.childNodes)
    }, 600)
  })
}
