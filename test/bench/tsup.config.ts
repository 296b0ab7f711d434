import { defineConfig } from 'tsup'
import { bankLoader } from '../bank-plugin.js'

export default defineConfig({
  entry: { run: 'test/bench/run.ts' },
  format: 'esm',
  outDir: 'dist/bench',
  target: 'node20',
  platform: 'node',
  clean: false,
  skipNodeModulesBundle: true,
  esbuildPlugins: [bankLoader],
})
