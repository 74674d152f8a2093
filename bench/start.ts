import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const report = '/annual-reports/yunchuan-housing/2024'

/** From the command to the first page, first and later; and what a browser loads at first. */
export async function run(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  chmodSync(dataDir, 0o755)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const first = await started(dataDir)
  await stopped(first.child)
  const later = await started(dataDir)
  const page = await bytesOf(`${later.address}${report}`)
  const desk = await firstLoad(`${later.address}/desk/`)
  const stopping = performance.now()
  await stopped(later.child)
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
  const kilobytes = (value: number) => `${(value / 1024).toFixed(0)} KB`
  console.table([
    { what: 'first start to first page', figure: seconds(first.took), limit: '45 s' },
    { what: 'later start to first page', figure: seconds(later.took), limit: '5 s' },
    { what: 'stop', figure: seconds(performance.now() - stopping), limit: '' },
    { what: 'portal report page', figure: kilobytes(page.length), limit: '60 KB' },
    { what: 'the same, gzip', figure: kilobytes(gzipSync(page).length), limit: '60 KB' },
    { what: 'desk first load, gzip', figure: kilobytes(desk), limit: '400 KB' },
  ])
  rmSync(dataDir, { recursive: true, force: true })
}

async function started(dataDir: string): Promise<{ child: ChildProcess; address: string; took: number }> {
  const began = performance.now()
  const args = [join(root, 'src/app/start.ts'), '--port', '0', '--data', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('it did not start')))
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /http:\/\/localhost:\d+/.exec(text)
      if (found !== null) resolve(found[0])
    })
  })
  await bytesOf(`${address}/`)
  return { child, address, took: performance.now() - began }
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

async function bytesOf(address: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(address)).arrayBuffer())
}

/** The page with the scripts and styles that it names itself. */
async function firstLoad(address: string): Promise<number> {
  const page = await bytesOf(address)
  const named = page.toString().matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)
  const files = await Promise.all([...named].map(([, path = '']) => bytesOf(new URL(path, address).href)))
  return [page, ...files].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)
}
