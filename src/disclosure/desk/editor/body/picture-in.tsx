import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { deskFile } from '../../pictures.ts'
import { Asking } from './asking.tsx'

/** Where pictures go that come in: into which body, how they are kept, and those that wait for their words. */
export interface PicturesIn {
  readonly editor: Editor
  readonly item: string
  /** Keeps a picture as a file of the item. @returns its id, or undefined where it was refused and the page says why */
  readonly upload: (file: File) => Promise<string | undefined>
  readonly pictures: readonly File[]
  /** The first one has its words, or is left out. */
  readonly next: () => void
}

/** Asks for the words of one picture after the other; with its words a picture is kept and put where one writes. */
export function PictureIn({ editor, item, upload, pictures, next }: PicturesIn) {
  const [sending, setSending] = useState(false)
  const [picture] = pictures
  const put = async (file: File, alt: string) => {
    setSending(true)
    const kept = await upload(file)
    setSending(false)
    if (kept === undefined) return
    editor
      .chain()
      .focus()
      .setImage({ src: deskFile(item, kept), alt })
      .run()
  }
  return (
    <>
      {sending && <p role="status">正在上传图片……</p>}
      {picture !== undefined && (
        <Asking
          key={`${picture.name} ${pictures.length}`}
          label={`“${picture.name}”的说明（必填，读屏软件读给看不见图片的人）`}
          begin=""
          close={next}
          answer={words => void put(picture, words)}
        />
      )}
    </>
  )
}
