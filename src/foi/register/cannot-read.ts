/** A register that cannot be read at all; the reason is a Chinese sentence. */
export class CannotReadRegister extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.name = 'CannotReadRegister'
    this.reason = reason
  }
}
