/** A file that is not given out: wrong content, locked, too big, hurt, or not clean after rebuilding; the reason is a Chinese sentence. */
export class CannotRedact extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.name = 'CannotRedact'
    this.reason = reason
  }
}
