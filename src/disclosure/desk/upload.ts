import type { Attachment } from '../item.ts'

/** What came of an upload. */
export type Uploaded = { readonly file: Attachment } | { readonly wrong: string }

/** Uploads a file of an item and tells how far it is, in percent. */
export function uploadFile(item: string, file: File, tell: (percent: number) => void): Promise<Uploaded> {
  const form = new FormData()
  form.set('file', file)
  const { promise, resolve } = Promise.withResolvers<Uploaded>()
  const request = new XMLHttpRequest()
  request.upload.onprogress = ({ loaded, total }) => tell(Math.floor((loaded / Math.max(1, total)) * 100))
  request.onerror = () => resolve({ wrong: '连接不上服务器，请检查网络后重试。' })
  request.onload = () => {
    const said = saidBy(request.responseText)
    if (request.status === 200) resolve({ file: said })
    else resolve({ wrong: said.detail ?? `服务器答复 ${request.status}，请稍后重试。` })
  }
  request.open('POST', `/api/v1/items/${item}/files`)
  request.send(form)
  return promise
}

function saidBy(text: string): Attachment & { readonly detail?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return JSON.parse('{}')
  }
}
