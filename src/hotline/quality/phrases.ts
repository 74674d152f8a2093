/** Phrases 套话 that could stand in any answer, the longer before the shorter: they tell the caller nothing of his matter. */
const empty = [
  /(?:我(?:们|局|委|办|街道|单位|中心)?|[区县市镇]{1}[^，。；！]{0,6})?高度重视[^，。；！]{0,20}/g,
  /(?:立即|第一时间|迅速|及时)?(?:组织|安排|指派|派出)(?:了)?(?:相关|有关|专门|精干)?(?:部门|人员|力量|单位)(?:进行)?(?:调查|核实|处理|了解)[^，。；！]{0,10}/g,
  /感谢您?(?:们)?(?:对|的)?[^，。；！]{0,30}(?:支持|关心|关注|监督|理解|信任|配合|来信|留言)[^，。；！]{0,20}/g,
  /(?:欢迎|希望|恳请)您?[^，。；！]{0,12}(?:继续|一如既往)[^，。；！]{0,20}/g,
  /(?:如有|若有)(?:疑问|其他问题|不明)[^，。；！]{0,30}/g,
  /您(?:的留言|反映的(?:问题|情况)|的来信)[^，。；！]{0,10}(?:已)?(?:收悉|收到)[^，。；！]{0,10}/g,
  /现(?:将|就)?[^，。；！]{0,30}(?:回复|答复)如下/g,
  /(?:下一步|今后|接下来)[^，。；！]{0,10}(?:我们|我局|我街道|我单位|相关部门)?[^，。；！]{0,6}将?(?:进一步|继续|不断)(?:加强|加大|强化|提高|完善|做好)[^，。；！]{0,30}/g,
  /(?:已|将)(?:转|转交|交由|转至)(?:给)?(?:相关|有关)(?:部门|单位)[^，。；！]{0,12}/g,
  /(?:将|会)?(?:尽快|及时|抓紧|积极|妥善)(?:予以)?(?:处理|解决|落实|办理|协调|研究)/g,
  /祝(?:您)?[^，。；！]{0,20}(?:愉快|健康|顺利|幸福|安康)/g,
  /(?:请|敬请)(?:您)?(?:予以)?(?:理解|谅解|耐心等待)/g,
] as const

/** The empty phrases that stand in an answer, in the order of the text and as they stand there; an answer of nothing else answers nothing. */
export function emptyPhrases(text: string): string[] {
  const found = empty.flatMap(phrase =>
    [...text.matchAll(phrase)].map(({ index, 0: words }) => ({
      from: index,
      to: index + words.length,
      words,
    })),
  )
  return found
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter((one, at, all) => !all.slice(0, at).some(other => other.to >= one.to))
    .map(({ words }) => words.trim())
}

/** Which share of an answer, from 0 to 1, are empty phrases. */
export function emptyShare(text: string): number {
  const length = text.replace(/\s/g, '').length
  return Math.min(1, emptyPhrases(text).join('').replace(/\s/g, '').length / (length || 1))
}
