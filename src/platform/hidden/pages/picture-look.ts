import { type Hidden, onlyFound } from '../hidden.ts'
import { partsOfPicture } from './picture-file.ts'

const shown = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs|iCCP|APP0|APP14|SOF|[0-9a-f]{2})$/

/** What a picture tells besides its pixels: place, camera, time, words, a second file behind its end. */
export function lookIntoPicture(bytes: Uint8Array): readonly Hidden[] {
  const { parts, after } = partsOfPicture(bytes)
  const told = parts.filter(({ name }) => !shown.test(name)).length
  return onlyFound([
    {
      ...{ kind: 'metadata', where: '图片', count: told },
      what: `图片附有 ${told} 段属性，可能有拍摄地点、时间、设备或者缩略图。`,
    },
    {
      ...{ kind: 'embedded', where: '图片末尾', count: after > 0 ? 1 : 0 },
      what: `图片之后还附有 ${after} 字节的其他内容。`,
    },
  ])
}
