import type { IFontAttributesProperties } from 'docx'

/** The fonts of official documents by the names that offices have them under. */
export type FontName = '方正小标宋简体' | '仿宋_GB2312' | '楷体_GB2312' | '黑体' | '宋体'

/** A font for Chinese, with one for digits and Latin letters. */
export function font(name: FontName, latin = 'Times New Roman'): IFontAttributesProperties {
  return { eastAsia: name, ascii: latin, hAnsi: latin, cs: latin }
}

const other: Readonly<Record<FontName, readonly [alternative: string, family: string]>> = {
  方正小标宋简体: ['方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体', 'auto'],
  仿宋_GB2312: ['仿宋,FangSong,华文仿宋,STFangsong', 'modern'],
  楷体_GB2312: ['楷体,KaiTi,华文楷体,STKaiti', 'modern'],
  黑体: ['SimHei,华文黑体,Noto Sans CJK SC', 'modern'],
  宋体: ['SimSun,华文宋体,Noto Serif CJK SC', 'auto'],
}

/** What a program takes where it lacks one of these fonts, as Word keeps it in a document. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(other)
  .map(
    ([name, [alternative, family]]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  )
  .join('')}</w:fonts>`
