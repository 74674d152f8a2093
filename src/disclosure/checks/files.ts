import type { Hidden, HiddenKind } from '../../platform/hidden/hidden.ts'
import type { Attachment } from '../item.ts'
import type { ItemFinding } from './finding.ts'

/** What was found when the bytes of an attachment were looked into. */
export interface FileLook {
  /** Has it words that can be searched and read aloud? */
  readonly words: boolean
  readonly trouble: 'none' | 'locked' | 'hurt'
  readonly hidden: readonly Hidden[]
}

/** What is rather a habit of programs than a secret. */
const harmless: readonly HiddenKind[] = [
  ...(['metadata', 'field', 'formula', 'external', 'hiddenHeader', 'customXml', 'otherPart'] as const),
  ...(['drawing', 'font', 'bookmark', 'croppedPicture', 'formField'] as const),
]

/** What the attachments hide, and which of them nobody could read. `looks` is by hash; what was not looked into yet says so. */
export function fileFindings(
  attachments: readonly Attachment[],
  looks: ReadonlyMap<string, FileLook>,
): readonly ItemFinding[] {
  return attachments.flatMap((file, at) => {
    const field = `attachments.${at}`
    const look = looks.get(file.sha256)
    return look === undefined
      ? [unknown(file, field)]
      : [...ofReading(file, look, field), ...ofHidden(file, look, field)]
  })
}

function unknown({ name }: Attachment, field: string): ItemFinding {
  return {
    ...{ rule: 'files.unseen', severity: 'severe', field },
    message: `附件“${name}”尚未检查完，请稍后重新打开检查结果。`,
  }
}

function ofReading({ name, media }: Attachment, { words, trouble }: FileLook, field: string): ItemFinding[] {
  if (trouble === 'locked') {
    return [
      {
        ...{ rule: 'files.locked', severity: 'severe', field },
        message: `附件“${name}”设有密码，公众打不开，请去除密码后重新上传。`,
      },
    ]
  }
  if (trouble === 'hurt') {
    return [
      {
        ...{ rule: 'files.hurt', severity: 'severe', field },
        message: `附件“${name}”已损坏，公众打不开，请重新导出后上传。`,
      },
    ]
  }
  if (media === 'application/x-cfb') {
    return [
      {
        ...{ rule: 'files.old', severity: 'severe', field },
        message: `附件“${name}”是旧版 Word、Excel 或者加密的文件，不能检查其中的隐藏内容，请另存为 .docx、.xlsx 或者 PDF 后上传。`,
      },
    ]
  }
  if (words) return []
  if (/^image\//.test(media)) return []
  const scan = media === 'application/pdf'
  return [
    {
      ...{ rule: scan ? 'files.scan' : 'files.empty', severity: 'mild', field },
      message: scan
        ? `附件“${name}”是扫描件，没有文字，不能检索和朗读，请改用由 Word 导出的 PDF，或者同时提供文字版。`
        : `附件“${name}”中没有文字，请核对是否传错。`,
    },
  ]
}

function ofHidden({ name, media }: Attachment, { hidden }: FileLook, field: string): ItemFinding[] {
  return hidden.map(({ kind, where, what }) => {
    const recognised = kind === 'hiddenText' && media === 'application/pdf'
    return {
      ...{ rule: `hidden.${kind}`, field },
      severity: harmless.includes(kind) || recognised ? 'mild' : 'severe',
      message: `附件“${name}”${where}${where === '' ? '' : '：'}${what}请清除后重新上传。`,
    }
  })
}
