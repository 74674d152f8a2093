/** Work that goes on while its asker goes on too, one piece at a time: reading a file while what was read is written. */
export class Behind {
  #piece: Promise<void> = Promise.resolve()

  /** Begins the next piece as soon as the one before it is done. @throws what the one before it failed with */
  async follow(begin: () => Promise<void>): Promise<void> {
    await this.#piece
    this.#piece = begin()
    // Who waits for the piece hears how it failed; until then nobody does.
    this.#piece.catch(() => {})
  }

  /** Waits for the last piece. @throws what it failed with */
  finish(): Promise<void> {
    return this.#piece
  }
}
