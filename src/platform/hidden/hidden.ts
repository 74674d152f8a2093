/** What a file may hold that its reader does not see. */
export const hiddenKinds = [
  ...(['comment', 'trackedChange', 'hiddenText', 'coveredText', 'hiddenHeader', 'field'] as const),
  ...([
    'hiddenRow',
    'hiddenColumn',
    'hiddenSheet',
    'hiddenSlide',
    'speakerNotes',
    'formula',
    'croppedPicture',
    'drawing',
    'coveringShape',
  ] as const),
  ...(['metadata', 'customXml', 'embedded', 'macro', 'external', 'otherPart'] as const),
  ...([
    'annotation',
    'attachment',
    'script',
    'formField',
    'hiddenLayer',
    'bookmark',
    'earlierVersion',
    'font',
  ] as const),
] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** What the clerk is told of a kind. */
export const hiddenLabel = {
  comment: '批注',
  trackedChange: '修订痕迹',
  hiddenText: '隐藏文字',
  coveredText: '遮盖之下的文字',
  hiddenHeader: '不显示的页眉页脚',
  field: '域代码',
  hiddenRow: '隐藏行',
  hiddenColumn: '隐藏列',
  hiddenSheet: '隐藏工作表',
  hiddenSlide: '隐藏幻灯片',
  speakerNotes: '演讲者备注',
  formula: '公式',
  croppedPicture: '裁剪掉的图片内容',
  drawing: '图形或者图表',
  coveringShape: '遮盖文字的图形',
  metadata: '文件属性',
  customXml: '自定义数据',
  embedded: '嵌入的文件',
  macro: '宏',
  external: '外部链接',
  otherPart: '其他附带内容',
  annotation: '注释',
  attachment: '附件',
  script: '脚本',
  formField: '表单域',
  hiddenLayer: '隐藏图层',
  bookmark: '书签',
  earlierVersion: '以前的版本',
  font: '没有嵌入的字体',
} as const satisfies Record<HiddenKind, string>

/** One thing that was found: where, in Chinese, a sentence on what it is, and how many of it. */
export interface Hidden {
  readonly kind: HiddenKind
  readonly where: string
  readonly what: string
  readonly count: number
}

/** Findings without those of which there are none. */
export function onlyFound(all: readonly Hidden[]): readonly Hidden[] {
  return all.filter(({ count }) => count > 0)
}
