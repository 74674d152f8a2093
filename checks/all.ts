import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** One check of the test command: what it is called, what is run, and whether `npm run check` runs it too. */
interface Check {
  readonly name: string
  readonly command: readonly string[]
  readonly fast: boolean
}

const checks: readonly Check[] = [
  { name: 'types', command: ['tsc', '--noEmit'], fast: true },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'], fast: true },
  { name: 'house rules', command: ['depcruise', '--config', 'checks/house.cjs', 'src'], fast: true },
  { name: 'dead code', command: ['knip'], fast: true },
  { name: 'size table', command: ['node', 'checks/sizes.ts'], fast: true },
  { name: 'tests', command: ['vitest', 'run'], fast: false },
]

const root = join(import.meta.dirname, '..')
const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
}

function run(command: readonly string[]): Promise<number> {
  const [program = '', ...rest] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { cwd: root, env: environment, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? 1))
  })
}

if (!existsSync(join(root, 'node_modules'))) {
  console.error('Dependencies are missing: run npm ci first.')
  process.exit(2)
}
const fastOnly = process.argv.includes('--fast')
const failed: string[] = []
for (const check of checks) {
  if (fastOnly && !check.fast) continue
  const started = performance.now()
  console.log(`\n── ${check.name} ──`)
  if ((await run(check.command)) !== 0) failed.push(check.name)
  console.log(`── ${check.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
