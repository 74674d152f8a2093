import { cleaned, type Message } from '../message.ts'

// What more than one message in eight has, such as 希望, tells nothing; in a few messages everything is frequent.
const mostOften = 8
const few = 200
const leadCharacters = 350
const courtesy =
  /尊敬的|领导|您好|你好|谢谢|感谢|书记|市长|局长|县长|区长|厅长|主任|相关部门|有关部门|西地省|[a-z]\d*[市区县州]/g

/** How often pairs of characters stand in the messages of an office: rare ones tell a matter. Each pair has a number. */
export class Rarity {
  readonly #numbers = new Map<string, number>()
  readonly #times: number[] = []
  readonly #pairs: string[] = []
  #count = 0

  add(message: Message): void {
    this.#count++
    for (const pair of pairsIn(cleaned(`${message.subject}\n${leadOf(message)}`))) {
      const number = this.numberOf(pair)
      this.#times[number] = (this.#times[number] ?? 0) + 1
    }
  }

  /** The number of a pair; one that never came is given the next. */
  numberOf(pair: string): number {
    const held = this.#numbers.get(pair)
    if (held !== undefined) return held
    this.#numbers.set(pair, this.#pairs.length)
    this.#times.push(0)
    return this.#pairs.push(pair) - 1
  }

  pairOf(number: number): string {
    return this.#pairs[number] ?? ''
  }

  /** From 0 for what every message has, to about 10. A pair that never came is taken for one that came once. */
  of(number: number): number {
    const times = Math.max(1, this.#times[number] ?? 1)
    return times * mostOften > this.#count && this.#count > few ? 0 : Math.log(this.#count / times + 1)
  }
}

/** The part of the body that tells the matter: what comes later mostly repeats, argues and greets. */
export function leadOf({ body }: Pick<Message, 'body'>): string {
  return body.slice(0, leadCharacters)
}

/** The pairs of neighbouring characters of a cleaned text, each once, without greetings and areas. */
export function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const word of text.replace(courtesy, ' ').match(/[\p{L}\p{N}]+/gu) ?? [])
    for (let at = 0; at + 1 < word.length; at++) pairs.add(word.slice(at, at + 2))
  return pairs
}
