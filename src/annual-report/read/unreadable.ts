/** A file that cannot be read at all: hurt, too big, too slow, locked or of an unknown kind. */
export class Unreadable extends Error {
  readonly file: string
  /** One Chinese sentence, without the file's name. */
  readonly reason: string
  constructor(file: string, reason: string) {
    super(`无法读取“${file}”：${reason}`)
    this.name = 'Unreadable'
    this.file = file
    this.reason = reason
  }
}

/** The largest file that is read: 20 MB. */
export const largestBytes = 20 * 1024 * 1024

/** The longest time that reading one file may take: 5 seconds. */
export const longestMillis = 5_000
