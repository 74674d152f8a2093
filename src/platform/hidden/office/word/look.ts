import { type Hidden, onlyFound } from '../../hidden.ts'
import { lookIntoPicture } from '../../pages/picture-look.ts'
import { type Parts, partXml, relationsOf } from '../package.ts'
import { lookIntoParts } from '../package-look.ts'
import type { Said } from '../tally.ts'
import { inside } from '../xml.ts'
import { isDrawable } from './drawing.ts'
import { type CleanWord, cleanWord } from './opened.ts'

const said = {
  trackedChange: count => `有 ${count} 处修订痕迹，可以看到修改前的文字和修改人。`,
  hiddenText: count => `有 ${count} 个字被隐藏（隐藏格式、白色或者极小的字）。`,
  coveredText: count => `有 ${count} 个字只是加了深色底纹，复制即可看到。`,
  coveringShape: count => `有 ${count} 个图形盖在文字之上，图形下面的文字仍在文件中。`,
  hiddenRow: count => `表格中有 ${count} 行被隐藏。`,
  hiddenHeader: count => `有 ${count} 个平时不显示的页眉或者页脚。`,
  field: count => `有 ${count} 个域，域代码可能含有文件位置等内容。`,
  customXml: count => `有 ${count} 处与自定义数据相连的内容。`,
  embedded: count => `嵌有 ${count} 个对象，其内容比页面上显示的多。`,
  drawing: count => `有 ${count} 个图表、矢量图或者无法核查的图形，重建时删除，可改用图片。`,
  croppedPicture: count => `有 ${count} 张图片经过裁剪，裁掉的部分仍在文件中。`,
  metadata: count => `有 ${count} 张图片附有替代文字。`,
} satisfies Partial<Record<Hidden['kind'], Said>>

/** What a Word file hides. @throws CannotRedact */
export function lookIntoWord(parts: Parts): readonly Hidden[] {
  return foundInWord(cleanWord(parts))
}

/** What was found while the file was cleaned, and what it holds beside its printed parts. */
export function foundInWord({ file, tally }: CleanWord): readonly Hidden[] {
  const pictures = [...file.parts].filter(([name]) => /\/media\//.test(name) && isDrawable(file.parts, name))
  const told = pictures.filter(([, bytes]) => lookIntoPicture(bytes).length > 0).length
  return onlyFound([
    ...comments(file.parts, file.main),
    ...tally.findings(said),
    {
      ...{ kind: 'metadata', where: '图片', count: told },
      what: `有 ${told} 张图片附有属性，可能有拍摄地点、时间或者设备。`,
    },
    ...lookIntoParts(file.parts),
  ])
}

function comments(parts: Parts, main: string): readonly Hidden[] {
  const part = relationsOf(parts, main).find(({ kind }) => kind === 'comments')?.target ?? ''
  const count = inside(partXml(parts, part)).length
  return [{ kind: 'comment', where: '正文', count, what: `有 ${count} 条批注，附有作者姓名和时间。` }]
}
