import { defineConfig } from 'vitest/config'
import { bankPlugin } from './bank-plugin.js'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  plugins: [bankPlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'],
        },
      },
    ],
  },
})
