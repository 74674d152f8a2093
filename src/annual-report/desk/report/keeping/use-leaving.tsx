import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { deskPaths } from '../../../../web/paths.ts'
import type { Draft } from './use-draft.ts'

/** Asks before unsaved words are left behind; being signed out asks nothing, since the words are kept. */
export function Leaving({ draft }: { draft: Draft }) {
  const { unsaved } = draft
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved &&
      currentLocation.pathname !== nextLocation.pathname &&
      !nextLocation.pathname.startsWith(deskPaths.signIn()),
  )
  if (blocker.state !== 'blocked') return null
  const saveAndGo = async () => {
    if (await draft.save()) blocker.proceed()
    else blocker.reset()
  }
  return (
    <Modal
      open
      title="有未保存的改动"
      onCancel={() => blocker.reset()}
      footer={
        <>
          <Button onClick={() => blocker.reset()}>留在本页</Button>
          <Button onClick={() => blocker.proceed()}>不保存，离开</Button>
          <Button type="primary" loading={draft.saving} onClick={() => void saveAndGo()}>
            保存并离开
          </Button>
        </>
      }
    >
      <p>不保存就离开时，填写的内容留在本机浏览器中，下次打开本页可继续。</p>
    </Modal>
  )
}
