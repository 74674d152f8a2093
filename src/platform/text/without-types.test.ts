import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('types are taken off without a warning, and every other warning is still told', () => {
  const script = `import { withoutTypes } from ${JSON.stringify(join(import.meta.dirname, 'without-types.ts'))}
    console.log(withoutTypes('const one: number = 1'))
    process.emitWarning('another')`
  const told = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `${script}
    process.on('warning', ({ message }) => console.log(message))`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  expect(told.split('\n').map(line => line.replaceAll(/\s+/g, ' '))).toEqual(['const one = 1', 'another', ''])
})
