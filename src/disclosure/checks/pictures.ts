import type { ItemFinding } from './finding.ts'
import { unescaped } from './plain.ts'

const noWords =
  /^(?:图片?|照片|插图|image|img|picture|photo|screenshot|截图|未命名|图示)?[\s\d_.-]*$|\.(?:png|jpe?g|gif|bmp|webp|tiff?)$/i

/** Pictures without words for those who do not see them, and pictures that stand on another site. */
export function pictureFindings(body: string): readonly ItemFinding[] {
  return [...body.matchAll(/<img([^>]*)>/g)].flatMap(([, attributes = ''], at): ItemFinding[] => {
    const said = (name: string) => unescaped(new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    const alt = said('alt').trim()
    const lacks = noWords.test(alt)
    return [
      ...(lacks
        ? [
            {
              ...({ rule: 'pictures.words', severity: 'mild', field: 'body' } as const),
              message: `正文第 ${at + 1} 张图片没有替代文字${alt === '' ? '' : `（现为“${alt}”）`}，看不见图片的人无法得知其内容，请补写图片说明。`,
            },
          ]
        : []),
      ...(/^https?:/i.test(said('src'))
        ? [
            {
              ...({ rule: 'pictures.outside', severity: 'severe', field: 'body' } as const),
              message: `正文第 ${at + 1} 张图片在其他网站，公众打开页面时看不到它，请保存到本机后上传。`,
            },
          ]
        : []),
    ]
  })
}
