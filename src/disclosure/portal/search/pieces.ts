/** Words that ask, and say nothing of what is asked about. */
const asking =
  /请问|我们?|本人|想要?|需要|可以|能否|能不能|怎么样?|如何|怎样|什么|哪里|哪些|哪个|多少|为什么|是否|有没有|办理|申请|查询|咨询|了解|关于|有关|相关|规定|政策|[的了吗呢吧要]/gu
/** At most so many other readings are looked for. */
const most = 8

/**
 * Other readings of what was typed as one word: without what only asks, numbers apart from what stands around them, and
 * in two words at each place. Who asks a whole question, or turns a name around, finds by them what he means.
 */
export function readingsOf(word: string): readonly string[] {
  const plain = word.replace(asking, ' ').replace(/\s+/g, ' ').trim()
  const numbers = word.replace(/(\d+)/g, ' $1 ').trim()
  const signs = [...(plain.includes(' ') || plain === '' ? word : plain)]
  const halves =
    signs.length < 4 || signs.length > 10
      ? []
      : signs
          .slice(2, -1)
          .map((_, at) => `${signs.slice(0, at + 2).join('')} ${signs.slice(at + 2).join('')}`)
  const readings = [plain, numbers, ...halves].filter(each => each.length > 1 && each !== word)
  return [...new Set(readings)].slice(0, most)
}
