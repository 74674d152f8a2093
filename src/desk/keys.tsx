import { Modal } from 'antd'
import { useEffect, useState } from 'react'

const keys = [
  ['Ctrl-K', '查找页面、申请或报告'],
  ['?', '显示本表'],
  ['j / k', '列表中下移、上移；诉求页上到队列的下一件（也可按 n）、上一件'],
  ['Enter', '打开所选的一行'],
  ['e', '办理：列表中打开所选一行的办理，申请页上到第一个可办事项'],
  ['x', '选择或取消一行'],
  ['a', '诉求页上按建议派单'],
  ['1 – 6', '登记诉求时选择类型并到内容（在填写框内先按 Esc）；Ctrl-Enter 登记'],
  ['F2、F4', '登记诉求时填入识别的地点、可用的答复；再按为下一个'],
  ['/', '到筛选框'],
  ['方向键', '表格中移动；Enter 下移，Tab 右移'],
  ['Ctrl-V', '从 Excel 粘贴一片单元格'],
  ['Ctrl-Z', '撤销表格中的改动'],
  ['Ctrl-S', '保存草稿'],
] as const

/** Is somebody typing here? Then single keys are letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const place = event.target
  if (!(place instanceof HTMLElement)) return false
  return event.isComposing || place.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName)
}

/** The keys of the desk; `?` shows them. */
export function Keys() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) setOpen(true)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" className="plain keys" onClick={() => setOpen(true)}>
        键盘操作（?）
      </button>
      <Modal title="键盘操作" open={open} footer={null} onCancel={() => setOpen(false)}>
        <table className="keys">
          <tbody>
            {keys.map(([key, does]) => (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  )
}
