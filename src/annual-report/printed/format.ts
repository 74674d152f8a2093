/** The formats in which a report is given out. */
export const formats = ['html', 'docx', 'pdf', 'xlsx', 'md', 'json'] as const
export type Format = (typeof formats)[number]

/** What a person is told of a format. */
export const formatLabel = {
  html: '网页',
  docx: 'Word 文档',
  pdf: 'PDF 文档',
  xlsx: 'Excel 表格',
  md: 'Markdown 文本',
  json: 'JSON 数据',
} as const satisfies Record<Format, string>

/** Is this text a format? */
export function isFormat(text: string): text is Format {
  return formats.some(format => format === text)
}
