import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const dist = resolve(import.meta.dirname, '../../dist')

/** Uses this project's own build, so that `npm run demo:web` needs nothing installed. */
export default defineConfig({
  resolve: {
    alias: {
      'quizwright/element': `${dist}/element/quiz-wright.js`,
      'quizwright/questions': `${dist}/questions`,
    },
  },
  build: { outDir: `${dist}/demo`, emptyOutDir: true, target: 'es2022' },
})
