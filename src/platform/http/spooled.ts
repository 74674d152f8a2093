import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Context } from 'hono'
import { ProblemError } from './problem.ts'

/**
 * Writes the body of a request to a file of its own, piece by piece, and gives its path; the file is gone when `use` has
 * ended. Big uploads so take neither memory nor, while they come, a connection of the database. @throws ProblemError 413
 */
export async function spooled<T>(
  context: Context,
  mostBytes: number,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-upload-'))
  try {
    const path = join(folder, 'upload')
    const body = context.req.raw.body
    if (body === null) throw new ProblemError(400, '没有收到文件。')
    await pipeline(piecesOf(body, mostBytes), createWriteStream(path))
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    bytes += value.length
    if (bytes > mostBytes) {
      await reader.cancel()
      const megabytes = Math.floor(mostBytes / 1024 / 1024)
      throw new ProblemError(413, `文件超过 ${megabytes} MB，请分成几份后再上传。`)
    }
    yield value
  }
}
