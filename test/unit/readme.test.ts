import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { presets } from '../../src/index.js'
import { drawStatechart } from '../statechart.js'
import { choose, quizOf } from './quiz/quiz.fixture.js'

const page = new URL('../../README.md', import.meta.url)
const readme = readFileSync(page, 'utf8')

it('draws the machine as it is: UPDATE_README=1 npm run test:unit mends it', () => {
  const scorer = () => new Promise<never>(() => {})
  const { machine } = quizOf([choose('1')], { preset: 'exam', timeLimit: 60 }, { scorer })
  const chart = drawStatechart(machine)
  const fence = /(```mermaid\n)[\s\S]*?(\n```)/
  if (process.env.UPDATE_README) writeFileSync(page, readme.replace(fence, `$1${chart}$2`))
  else expect(fence.exec(readme)?.[0]).toBe(`\`\`\`mermaid\n${chart}\n\`\`\``)
})

it('names every rule of the presets', () => {
  const fields = new Set(Object.values(presets).flatMap(rules => Object.keys(rules)))
  expect([...fields].filter(field => !readme.includes(`\`${field}\``))).toEqual([])
})
