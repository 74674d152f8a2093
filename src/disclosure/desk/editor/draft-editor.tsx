import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../../desk/session.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { theForm } from '../../forms.ts'
import type { Attachment, ItemContent } from '../../item.ts'
import type { DraftView, ItemView } from '../../view.ts'
import { PaperText } from '../item/paper-text.tsx'
import { uploadFile } from '../upload.ts'
import { Attachments } from './attachments.tsx'
import { BodyEditor } from './body/body-editor.tsx'
import { Conflict } from './conflict.tsx'
import type { Saving } from './draft-keeper.ts'
import { type Typing, useDraft } from './draft-state.ts'
import { DraftFields } from './fields.tsx'
import { NamedItems } from './named-items.tsx'
import { WordIn } from './word-in.tsx'
import './editor.css'

/** The draft: read where it was handed in, until one says that it shall be changed; written where it is drafted. */
export function DraftEditor({ view, draft }: { view: ItemView; draft: DraftView }) {
  const drafting = view.standing.draft === 'drafting'
  const [asked, ask] = useState(false)
  // A change sends the draft back: then it is written because it is drafted, until it is handed in again.
  useEffect(() => {
    if (drafting) ask(false)
  }, [drafting])
  if (drafting || asked) return <Writing view={view} draft={draft} />
  return (
    <>
      <PaperText item={view.item.id} content={draft.content} heading="稿件" />
      <p className="card no-print">
        稿件已经提交。修改后退回起草，须重新审核和审查。 <Button onClick={() => ask(true)}>修改稿件</Button>
      </p>
    </>
  )
}

function Writing({ view, draft }: { view: ItemView; draft: DraftView }) {
  const { id } = view.item
  const typing = useDraft(id, draft, useSession().id)
  const { content, change, saving } = typing
  const [round, setRound] = useState(0)
  const [wrong, setWrong] = useState('')
  const files = useRef<readonly Attachment[]>(content.attachments)
  files.current = content.attachments
  const changeFiles = (next: (now: readonly Attachment[]) => readonly Attachment[]) => {
    files.current = next(files.current)
    change({ attachments: files.current })
  }
  const put = (told: Partial<ItemContent>) => {
    change(told)
    setRound(round + 1)
  }
  const picture = async (file: File) => {
    const done = await uploadFile(id, file, () => undefined)
    setWrong('wrong' in done ? done.wrong : '')
    if ('wrong' in done) return undefined
    changeFiles(now => [...now, done.file])
    return done.file.file
  }
  return (
    <section className="card editor" aria-label="编辑稿件" id="draft" tabIndex={-1}>
      <h2>稿件</h2>
      <State saving={saving} save={typing.save} />
      {saving.kind === 'conflict' && (
        <Conflict
          mine={content}
          theirs={saving.theirs}
          settle={(settled, over) => {
            typing.settle(settled, over)
            setRound(round + 1)
          }}
        />
      )}
      <DraftFields content={content} change={change} />
      <Names view={view} {...{ content, change }} />
      <h3>正文</h3>
      <WordIn item={id} content={content} put={put} />
      {wrong !== '' && <Alert type="error" showIcon role="alert" title={`图片没有上传：${wrong}`} />}
      <BodyEditor
        item={id}
        body={content.body}
        round={round}
        change={body => change({ body })}
        upload={picture}
      />
      {theForm(content.form).rows === true && (
        <p>
          <Link to={deskPaths.itemRows(id)}>上传结果明细</Link>
          {content.rows === null ? '（还没有明细）' : `（现有 ${content.rows.count} 行）`}
        </p>
      )}
      <Attachments item={id} files={content.attachments} change={changeFiles} />
    </section>
  )
}

/** The other items that this one names; what they are depends on the form. */
function Names({ view, content, change }: { view: ItemView } & Pick<Typing, 'content' | 'change'>) {
  const document = content.form === 'regulation' || content.form === 'normativeDocument'
  const about = ['interpretation', 'policyQuestions', 'consultationResult'].includes(content.form)
  const shown = [
    ...(about || content.interprets.length > 0 ? [['interprets', '解读或者说明的信息'] as const] : []),
    ...(document || content.repeals.length > 0 ? [['repeals', '废止的文件'] as const] : []),
    ...(document || content.revises.length > 0 ? [['revises', '修订的文件'] as const] : []),
  ]
  return shown.map(([field, label]) => (
    <NamedItems
      key={field}
      {...{ field, label, known: view.named, items: content[field] }}
      change={items => change({ [field]: items })}
    />
  ))
}

function State({ saving, save }: { saving: Saving; save: () => Promise<boolean> }) {
  return (
    <p role="status" aria-label="保存情况" className="saving">
      {wordsOfSaving(saving)}
      {saving.kind === 'failed' && (
        <Button size="small" onClick={() => void save()}>
          重新保存
        </Button>
      )}
    </p>
  )
}

function wordsOfSaving(saving: Saving): string {
  switch (saving.kind) {
    case 'saved':
      return `已保存（${saving.by}，${momentInChinese(saving.at)}）`
    case 'typing':
      return '正在编辑，停笔后自动保存……'
    case 'saving':
      return '正在保存……'
    case 'failed':
      return `没有保存到服务器：${saving.why} 内容已留在本机浏览器中。`
    case 'conflict':
      return '他人保存过这份稿件，请先在下面选择。您的内容已留在本机浏览器中。'
  }
}
