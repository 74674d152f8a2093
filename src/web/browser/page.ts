// What the portal's pages gain where scripts run: reading aloud, copying, printing, dropping files, progress.

const main = document.querySelector('main')

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'plain'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

function addTools(): void {
  const tools = document.querySelector('header .tools')
  const speaks = 'speechSynthesis' in window
  if (tools !== null && speaks) {
    const read = button('朗读本页', () => {
      if (speechSynthesis.speaking) {
        speechSynthesis.cancel()
        read.textContent = '朗读本页'
        return
      }
      const words = [...(main?.querySelectorAll('h1, h2, h3, p, li, summary') ?? [])]
        .filter(part => part.checkVisibility() && part.querySelector('p, li') === null)
        .map(part => part.textContent.trim())
      for (const line of words) {
        const said = new SpeechSynthesisUtterance(line)
        said.lang = 'zh-CN'
        speechSynthesis.speak(said)
      }
      read.textContent = '停止朗读'
    })
    tools.append(' ', read)
    window.addEventListener('pagehide', () => speechSynthesis.cancel())
  }
  const report = document.querySelector('.report-tools')
  report?.append(button('打印', () => window.print()))
  const cite = document.querySelector<HTMLElement>('#cite')
  cite?.after(
    button('复制引用', async function copy() {
      await navigator.clipboard.writeText(cite.textContent)
      say('已复制引用格式。')
    }),
  )
}

function say(words: string): void {
  const told = document.querySelector('#told') ?? document.createElement('p')
  told.id = 'told'
  told.setAttribute('role', 'status')
  told.textContent = words
  if (!told.isConnected) main?.append(told)
}

function dropInto(form: HTMLFormElement): void {
  for (const zone of form.querySelectorAll<HTMLElement>('.drop')) {
    const input = zone.querySelector<HTMLInputElement>('input[type=file]')
    if (input === null) continue
    zone.classList.add('ready')
    zone.addEventListener('dragover', event => {
      event.preventDefault()
      zone.classList.add('over')
    })
    zone.addEventListener('dragleave', () => zone.classList.remove('over'))
    zone.addEventListener('drop', event => {
      event.preventDefault()
      zone.classList.remove('over')
      if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files
    })
  }
}

/** Sends the form with progress; what was chosen and typed stays where the check refuses. */
function sendWithProgress(form: HTMLFormElement): void {
  form.addEventListener('submit', event => {
    event.preventDefault()
    const progress = document.createElement('progress')
    progress.setAttribute('aria-label', '上传进度')
    form.append(progress)
    const sending = new XMLHttpRequest()
    const over = (words: string) => {
      progress.remove()
      say(words)
    }
    sending.upload.addEventListener('progress', ({ loaded, total }) => {
      progress.max = total
      progress.value = loaded
      say(
        loaded < total
          ? `正在上传 ${Math.round((loaded / total) * 100)}%`
          : '正在读取和检查，大文件需要几秒……',
      )
      if (loaded === total) progress.removeAttribute('value')
    })
    sending.addEventListener('error', () => over('网络中断，没有送达。填写的内容仍在页面上，请重试。'))
    sending.addEventListener('load', () => {
      const answer = new DOMParser().parseFromString(sending.responseText, 'text/html')
      const found = answer.querySelector('main')
      const refusal = answer.querySelector('.refused[role=alert]')
      if (sending.status === 200 && found !== null) {
        main?.replaceChildren(...found.childNodes)
        document.title = answer.title
        history.pushState({ checked: true }, '', location.pathname)
        main?.focus()
        window.scrollTo(0, 0)
      } else {
        over('')
        for (const old of form.querySelectorAll('.refused')) old.remove()
        form.prepend(refusal ?? problemOf(sending.responseText))
      }
    })
    sending.open('POST', form.action)
    sending.send(new FormData(form))
  })
  // Back from the result shows the form again; a jump to a cell is no way back.
  window.addEventListener('popstate', () => {
    if (history.state === null && location.hash === '') location.reload()
  })
}

function problemOf(text: string): HTMLElement {
  const told = document.createElement('p')
  told.className = 'refused'
  told.setAttribute('role', 'alert')
  const detail = /"detail":"([^"]*)"/.exec(text)?.[1]
  told.textContent = detail ?? '没有成功，请稍后重试。填写的内容仍在页面上。'
  return told
}

addTools()
for (const form of document.querySelectorAll<HTMLFormElement>('form.check')) {
  dropInto(form)
  sendWithProgress(form)
}
