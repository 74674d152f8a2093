import * as docx from 'docx'

/** The page of official documents, GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm, the page number 7 mm below the text. */
export const officialPage = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    ...{ top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) },
    footer: millimetres(23),
  },
}

/** Sizes in half points: 2号, 3号, 4号. */
export const officialSize = { title: 44, text: 32, pageNumber: 28 } as const

/** 28 characters of 16 pt into 156 mm: each stands a quarter of a point closer. */
export const closer = -5

/** 22 lines into 225 mm. */
export const officialLine = { line: 579, lineRule: docx.LineRuleType.EXACT }

/** Two characters in. */
export const firstLine = { firstLineChars: 200, firstLine: officialSize.text * 20 }

/** In twentieths of a point, as Word measures. */
export function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440)
}
