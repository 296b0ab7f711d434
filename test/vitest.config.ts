import { defineConfig } from 'vitest/config'
import { bankPlugin } from './bank-plugin.js'

const root = new URL('..', import.meta.url).pathname

/** Where CI wants the count of tests. */
const results = process.env.VITEST_RESULTS

export default defineConfig({
  root,
  plugins: [bankPlugin()],
  test: {
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/launch.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties take many runs, and a busy machine takes its time.
          testTimeout: 30_000,
          include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'],
        },
      },
    ],
  },
})
