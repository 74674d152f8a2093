import { type Hidden, type HiddenKind, onlyFound } from '../hidden.ts'
import { type Parts, partXml, relationsOf } from './package.ts'
import { inside, wordsIn } from './xml.ts'

/** Parts that no page shows, by their place in the file. */
const telling = {
  macro: /vbaProject|vbaData|macrosheets\//i,
  customXml: /^customXml\/item\d*\.xml$/i,
  embedded: /\/(?:embeddings|activeX|ctrlProps)\/[^/]+$/i,
  otherPart:
    /\/(?:pivotCache|pivotTables|slicers?|slicerCaches|model|customProperty|glossary)\b|\/(?:people|persons)\b/i,
} as const satisfies Partial<Record<HiddenKind, RegExp>>

/** What a Word or Excel file holds beside the parts that are shown. */
export function lookIntoParts(parts: Parts): readonly Hidden[] {
  const names = [...parts.keys()].filter(name => !name.endsWith('.rels'))
  const count = (pattern: RegExp) => names.filter(name => pattern.test(name)).length
  const finding = (kind: HiddenKind, number: number, what: string): Hidden => ({
    ...{ kind, where: '整份文件', what, count: number },
  })
  const told = properties(parts)
  const [macros, data, files, others] = [
    telling.macro,
    telling.customXml,
    telling.embedded,
    telling.otherPart,
  ].map(count)
  const links = addresses(parts)
  return onlyFound([
    finding('metadata', told.length, `文件属性中写有${told.join('、')}。`),
    finding('macro', macros ?? 0, '文件带有宏，打开时可能运行。'),
    finding('customXml', data ?? 0, `文件带有 ${data} 份自定义数据。`),
    finding('embedded', files ?? 0, `文件中嵌有 ${files} 个其他文件，其内容比页面上显示的多。`),
    finding('otherPart', others ?? 0, '文件带有页面上不显示的其他数据。'),
    finding('external', links, `有 ${links} 处链接指向文件之外。`),
  ])
}

const labels: Readonly<Record<string, string>> = {
  ...{ creator: '作者', lastModifiedBy: '最后修改人', title: '标题', subject: '主题', description: '备注' },
  ...{ keywords: '关键词', category: '类别', Company: '单位', Manager: '主管', Template: '模板' },
  ...{ created: '创建时间', modified: '修改时间', lastPrinted: '打印时间', revision: '修订次数' },
  ...{ TotalTime: '编辑时间', Application: '制作软件', HyperlinkBase: '链接位置' },
}

function properties(parts: Parts): readonly string[] {
  const files = ['docProps/core.xml', 'docProps/app.xml']
  const said = files.flatMap(name =>
    inside(partXml(parts, name)).flatMap(one => {
      const label = labels[one.name.slice(one.name.indexOf(':') + 1)]
      return label === undefined || wordsIn(one).trim() === '' ? [] : [label]
    }),
  )
  const own = inside(partXml(parts, 'docProps/custom.xml')).length > 0 ? ['自定义属性'] : []
  const small = [...parts.keys()].some(name => /thumbnail/i.test(name)) ? ['缩略图'] : []
  return [...said, ...own, ...small]
}

function addresses(parts: Parts): number {
  const owners = [...parts.keys()].filter(name => !name.endsWith('.rels'))
  return ['', ...owners].flatMap(name => relationsOf(parts, name).filter(({ outside }) => outside)).length
}
