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

  /** PostgreSQL refuses to run as root, and no other account reaches the place. */
  static rootNeedsHelp(place: string): CannotStart {
    return new CannotStart(
      'noRight',
      `数据库不能以 root 运行，而其他账户进不了 ${place}。请换用普通账户启动，或把程序和数据（--data）放到其他账户可进入的目录，例如 /srv 下。`,
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

  /** What a database of one's own answers; its address and password are never told. */
  static ofDatabase(cause: unknown): CannotStart {
    if (cause instanceof CannotStart) return cause
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const told = databaseWords[code] ?? (code.startsWith('08') ? databaseWords.ECONNREFUSED : undefined)
    const hint = told ?? `数据库的说明：${cause instanceof Error ? cause.message : '不明'}`
    return new CannotStart('database', `数据库无法使用：${hint}`)
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

const unreachable =
  'DATABASE_URL 所指的服务器没有应答。请检查主机名、端口和防火墙，并确认 PostgreSQL 已启动。'
const databaseWords: Readonly<Record<string, string>> = {
  ...{
    ECONNREFUSED: unreachable,
    ETIMEDOUT: unreachable,
    EHOSTUNREACH: unreachable,
    ECONNRESET: unreachable,
  },
  ...{ ENOTFOUND: '找不到 DATABASE_URL 中的主机名。请检查拼写和域名解析。', EAI_AGAIN: unreachable },
  ERR_INVALID_URL:
    'DATABASE_URL 写法不正确，应为 postgres://用户:密码@主机:端口/数据库。密码中的特殊字符须按网址编码。',
  '28P01': '用户名或密码不正确。请检查 DATABASE_URL。',
  '28000': '服务器不允许这个用户从本机登录。请检查用户名和服务器的 pg_hba.conf。',
  '3D000': '没有 DATABASE_URL 所指的数据库。请先建立空数据库。',
  '42501':
    '这个用户没有权限建立表和模式。请由数据库管理员执行 GRANT CREATE ON DATABASE 数据库 TO 用户；GRANT CREATE ON SCHEMA public TO 用户。',
  '53300': '服务器的连接已满。请稍后再试，或增加 max_connections。',
  '53100': '服务器的磁盘已满。请腾出空间后再启动。',
  '57P03': '服务器正在启动或停止。请稍后再试。',
}
