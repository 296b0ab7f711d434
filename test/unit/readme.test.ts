import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { presets } from '../../src/index.js'
import { history } from '../../src/questions/nato-ukraine/history.js'
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

it('shows a question as its bank has it', () => {
  const [, screen = ''] = /```\n(◆[\s\S]*?)```/.exec(readme) ?? []
  const shown = screen.replaceAll(/[│◆◇✦✘❯○●]/g, ' ').replaceAll(/\s+/g, ' ')
  const [asked] = history.questions.filter(({ id }) => id === 'post-held')
  if (asked?.type !== 'single-choice') throw new Error('no such question')
  const wrong = asked.choices.find(({ text }) => text === 'Director of the CIA')
  const said = [asked.stem, wrong?.feedback, asked.hints?.[0]?.text, ...asked.choices.map(({ text }) => text)]
  const count = `of ${history.questions.length}`
  for (const text of [...said, count]) expect(shown).toContain(text?.replaceAll('*', ''))
})
