import type { getDocumentProxy } from 'unpdf'
import type { Hidden, HiddenKind } from '../hidden.ts'

type ReadPdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** What a PDF says beside its pages. */
export async function lookIntoDocument(document: ReadPdf, bytes: Uint8Array): Promise<readonly Hidden[]> {
  const finding = (kind: HiddenKind, count: number, what: string): Hidden => ({
    ...{ kind, where: '整份文件', what, count },
  })
  const told = await metadataOf(document)
  const files = Object.keys((await document.getAttachments()) ?? {}).length
  const scripts = Object.keys((await document.getJSActions()) ?? {}).length
  const layers = await hiddenLayers(document)
  const marks = ((await document.getOutline()) ?? []).length
  const versions = earlierVersions(bytes)
  return [
    finding('metadata', told.length, `文件属性中写有${told.join('、')}。`),
    finding('attachment', files, `文件中附有 ${files} 个附件。`),
    finding('script', scripts, `文件中有 ${scripts} 段脚本，打开时可能运行。`),
    finding('hiddenLayer', layers, `有 ${layers} 个图层平时不显示。`),
    finding('bookmark', marks, `有 ${marks} 个书签，书签文字可能含有已遮盖的内容。`),
    finding('earlierVersion', versions, `文件中还留有 ${versions} 个修改前的版本。`),
  ]
}

const labels: Readonly<Record<string, string>> = {
  ...{ Title: '标题', Author: '作者', Subject: '主题', Keywords: '关键词' },
  ...{ Creator: '制作软件', Producer: '生成软件', CreationDate: '创建时间', ModDate: '修改时间' },
  Custom: '自定义属性',
}

/** What the properties say; that a file was set by Typst is said of every file that is made here, and of nobody. */
async function metadataOf(document: ReadPdf): Promise<readonly string[]> {
  const { info, metadata } = await document.getMetadata()
  const said = Object.entries(info).flatMap(([name, value]) => {
    const label = labels[name]
    const own = name === 'Creator' && /^Typst [\d.]+$/.test(String(value))
    return label === undefined || own || value === '' || value === null ? [] : [label]
  })
  const raw = metadata === null ? '' : metadata.getRaw()
  const ownPacket = /<xmp:CreatorTool>Typst [\d.]+<\/xmp:CreatorTool>/.test(String(raw))
  return raw === '' || (ownPacket && said.length === 0) ? said : [...said, '扩展属性（XMP）']
}

async function hiddenLayers(document: ReadPdf): Promise<number> {
  const config = await document.getOptionalContentConfig()
  return [...config].filter(([, group]) => group.visible === false).length
}

/** A file that was changed without being written anew keeps what was before; a file for the web has two ends from the start. */
function earlierVersions(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let ends = 0
  for (let at = file.indexOf('%%EOF'); at >= 0; at = file.indexOf('%%EOF', at + 1)) ends++
  return Math.max(0, ends - (file.subarray(0, 1_024).includes('/Linearized') ? 2 : 1))
}
