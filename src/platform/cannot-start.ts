type Reason = 'inUse' | 'noRight' | 'diskFull' | 'portTaken' | 'newerData' | 'database' | 'options' | 'key'

/** Why the platform does not start, in a Chinese sentence that says what to do; the command ends with code 2. */
export class CannotStart extends Error {
  readonly reason: Reason
  constructor(reason: Reason, message: string) {
    super(message)
    this.name = 'CannotStart'
    this.reason = reason
  }

  /** Another process works on this data folder. */
  static inUse(dataDir: string, pid: number): CannotStart {
    return new CannotStart(
      'inUse',
      `数据目录 ${dataDir} 正被另一个进程（进程号 ${pid}）使用。请先停止那个进程，或用 --data 指定另一个目录。`,
    )
  }

  /** Somebody else listens on the port. */
  static portTaken(port: number): CannotStart {
    return new CannotStart(
      'portTaken',
      `端口 ${port} 已被占用。请用 --port 指定另一个端口，或先停止占用它的程序。`,
    )
  }

  /** The data were written by a later version of the program. */
  static newerData(step: string): CannotStart {
    return new CannotStart(
      'newerData',
      `数据由更新的版本写成（其中的“${step}”本版本不认识）。请使用更新的版本启动；数据没有改动。`,
    )
  }

  /** The key that seals secrets is none; `file` where it was read from one. */
  static wrongKey(file: string | undefined): CannotStart {
    return new CannotStart(
      'key',
      file === undefined
        ? 'GONGKAI_KEY 不是 32 字节的密钥（64 位十六进制或 base64）。可用 openssl rand -hex 32 生成；已有数据须用原来的密钥。'
        : `密钥文件 ${file} 已损坏。请从另行保管的备份中恢复它；确无备份时可移走该文件，原来加密保存的内容须重新填写。`,
    )
  }

  /** What the file system says. */
  static of(cause: unknown, place: string): CannotStart {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'ENOSPC') return CannotStart.diskFull(place)
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return CannotStart.noRight(place)
    return new CannotStart('database', `数据目录 ${place} 无法使用：${String(cause)}`)
  }

  /** What PostgreSQL prints before it gives up. */
  static ofOutput(output: string, place: string): CannotStart {
    if (/No space left on device|Disk quota exceeded/.test(output)) return CannotStart.diskFull(place)
    if (/ermission denied|Read-only file system/.test(output)) return CannotStart.noRight(place)
    const last = output.trim().split('\n').slice(-3).join(' / ')
    return new CannotStart('database', `数据库没有启动，数据没有改动。PostgreSQL 的说明：${last}`)
  }

  private static diskFull(place: string): CannotStart {
    return new CannotStart('diskFull', `磁盘已满，无法写入 ${place}。请腾出空间后再启动；已有数据没有改动。`)
  }

  private static noRight(place: string): CannotStart {
    return new CannotStart(
      'noRight',
      `没有权限写入 ${place}。请换用有权限的账户，或用 --data 指定可写的目录（以 root 启动时，该目录须允许其他账户进入）。`,
    )
  }
}
