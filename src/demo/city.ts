import type { Agency } from '../office/roles.ts'

/** 云川市, which is invented: its government and twelve agencies. */
export const city: readonly Omit<Agency, 'standing'>[] = [
  { code: 'yunchuan', name: '云川市人民政府', shortName: '市政府', kind: 'government', parent: null },
  ...department('education', '教育局'),
  ...department('civil-affairs', '民政局'),
  ...department('finance', '财政局'),
  ...department('resources', '自然资源局'),
  ...department('environment', '生态环境局'),
  ...department('housing', '住房和城乡建设局'),
  ...department('transport', '交通运输局'),
  ...department('health', '卫生健康委员会', '卫健委'),
  ...department('market', '市场监督管理局'),
  {
    code: 'yunchuan-qinghe',
    name: '云川市青禾县人民政府',
    shortName: '青禾县',
    kind: 'county',
    parent: 'yunchuan',
  },
  {
    code: 'yunchuan-luming',
    name: '云川市鹿鸣镇人民政府',
    shortName: '鹿鸣镇',
    kind: 'township',
    parent: 'yunchuan',
  },
  {
    code: 'yunchuan-baishi',
    name: '云川市白石镇人民政府',
    shortName: '白石镇',
    kind: 'township',
    parent: 'yunchuan',
  },
]

function department(code: string, name: string, shortName = name): Omit<Agency, 'standing'>[] {
  return [
    { code: `yunchuan-${code}`, name: `云川市${name}`, shortName, kind: 'department', parent: 'yunchuan' },
  ]
}

/** The code of the city's government. */
export const government = 'yunchuan'
