import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'journeys/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // What is waited for comes late where two workers share a busy machine; a second is not long then.
    expect: { poll: { timeout: 15_000 } },
    globalSetup: ['checks/test-database.ts'],
  },
})
