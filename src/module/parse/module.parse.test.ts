import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Bank } from '../../question/index.js'
import { parseModule } from './index.js'

const good = readFileSync(new URL('../../../docs/examples/rivers-module.yaml', import.meta.url), 'utf8')
const codesOf = (text: string) => parseModule(text).issues.map(({ code }) => code)

describe('parseModule', () => {
  it('gives a module where nothing is wrong', () => {
    const { module, issues } = parseModule(good)
    expect(issues).toEqual([])
    expect(module).toMatchObject({ id: 'rivers-of-europe', unlocking: 'in-order' })
  })

  it('names the line of a lesson that a fault is in', () => {
    const broken = good
      .replace('two figures. [-]', 'two figures.')
      .replace('[source](#source) to the sea. [¶1,2]', '[source](#spring) to the sea. [¶1,9]')
    const lines = broken.split('\n').map(line => line.trim())
    expect(
      parseModule(broken).issues.map(({ code, line, column }) => [code, lines[(line ?? 0) - 1], column]),
    ).toEqual([
      ['uncited-sentence', 'In this lesson you learn two figures.', 7],
      ['unknown-paragraph', '[source](#spring) to the sea. [¶1,9]', 7],
      ['unknown-term', '[source](#spring) to the sea. [¶1,9]', 7],
      ['unused-term', '- { id: source, term: source, text: "The place where a river starts. [@atlas]" }', 11],
    ])
  })

  it.each([
    ['a sentence that cites nothing', 'two figures. [-]', 'two figures.', 'uncited-sentence'],
    ['a list entry that cites nothing', 'ten states. [¶2,@atlas]', 'ten states.', 'uncited-sentence'],
    [
      'a sentence of a figure that cites nothing',
      'Danube about 2850 km. [¶1]',
      'Danube more.',
      'uncited-sentence',
    ],
    ['a term that cites nothing', 'river starts. [@atlas]', 'river starts.', 'uncited-sentence'],
    ['a paragraph that the source lacks', '[¶1,2]', '[¶1,4]', 'unknown-paragraph'],
    ['paragraph nought', '[¶1,2]', '[¶0]', 'unknown-paragraph'],
    ['a reference that is not there', '[¶2,@atlas]', '[¶2,@atals]', 'unknown-reference'],
    ['a mark that says nothing', '[¶1,2]', '[¶one]', 'bad-mark'],
    ['no fact beside a fact', '[¶1,2]', '[¶1,-]', 'bad-mark'],
    ['a link to no term', '(#source)', '(#sorce)', 'unknown-term'],
    ['a figure that stands nowhere', '{{figure: two-bars}}', '', 'not-placed'],
    [
      'a check that stands twice',
      '{{check: longer}}',
      '{{check: longer}}\n\n      {{check: longer}}',
      'not-placed',
    ],
    ['a check that is not there', '{{check: longer}}', '{{check: longest}}', 'unknown-check'],
    ['a lesson that is not there', 'requires: [lengths]', 'requires: [length]', 'unknown-lesson'],
    ['a lesson that waits for itself', 'requires: [lengths]', 'requires: [courses]', 'circular'],
    [
      'an objective that is not there',
      'objectives: [trace-courses]',
      'objectives: [trace-course]',
      'unknown-objective',
    ],
    [
      'an objective without a lesson',
      'objectives: [trace-courses]',
      'objectives: [tell-lengths]',
      'no-lesson',
    ],
    [
      'an objective without a check',
      'questions: [rivers/rhine-mouth, rivers/sea]',
      'questions: [rivers/shorter]',
      'no-check',
    ],
    [
      'too few questions for two tests',
      'rivers/shorter, rivers/by-length, rivers/how-much',
      'rivers/by-length',
      'too-few-questions',
    ],
    ['a question under two objectives', 'rivers/danube-source', 'rivers/danube-length', 'repeated-question'],
    [
      'a question of no objective',
      'questions: [rivers/course]',
      'questions: [rivers/curse]',
      'stray-question',
    ],
    ['a question of another bank', 'rivers/danube-source', 'lakes/danube-source', 'unknown-bank'],
    ['a method that is not there', 'method: knowledge-tracing', 'method: guessing', 'not-allowed'],
    ['a parameter of another method', 'init: 0.3', 'least: 3', 'unknown-field'],
    ['more guesses than knowledge', 'guess: 0.25', 'guess: 0.9', 'degenerate'],
    ['a lesson that is too hard', 'readability: { grade: 8 }', 'readability: { grade: 1 }', 'too-hard'],
    ['a script in a figure', '<title>', '<script>alert(1)</script><title>', 'unsafe-figure'],
    ['a handler in a figure', 'role="img"', 'onload="alert(1)"', 'unsafe-figure'],
    ['an address in a figure', 'y="20"', 'fill="url(https://example.org)"', 'unsafe-figure'],
    ['markup in a comment', '<title>', '<!--><img src="x" onerror="alert(1)">--><title>', 'unsafe-figure'],
    [
      'markup in an instruction',
      '<title>',
      '<?x ><img src="x" onerror="alert(1)">?><title>',
      'unsafe-figure',
    ],
    ['an escaped address in a figure', 'y="20"', 'fill="u\\72l(https://example.org)"', 'unsafe-figure'],
    ['a figure without a measure', 'viewBox="0 0 320 90"', '', 'bad-figure'],
    ['a figure that is broken off', '</svg>', '', 'bad-figure'],
    ['an id that is given twice', 'id: courses', 'id: lengths', 'repeated-id'],
  ])('names %s', (_, from, to, code) => {
    expect(good).toContain(from)
    const text = good.replace(from, () => to)
    expect(codesOf(text)).toContain(code)
    expect(parseModule(text).module).toBeNull()
  })

  it('names all at once, each with its line', () => {
    const text = good.replace('[¶1,2]', '[¶1,9]').replace('unlocking: in-order', 'unlocking: sometime')
    expect(parseModule(text).issues).toMatchObject([{ path: ['unlocking'], line: expect.any(Number) }])
    const deeper = good.replace('[¶1,2]', '[¶1,9]').replace('requires: [lengths]', 'requires: [length]')
    expect(parseModule(deeper).issues.map(({ path, line }) => [path.join('.'), line])).toEqual([
      ['lessons.0.body', 33],
      ['lessons.1.requires.0', 61],
    ])
  })

  it('looks for the questions in the banks that it is given', () => {
    const ids = [...new Set([...good.matchAll(/rivers\/([\w-]+)/g)].map(([, id = '']) => id))]
    const bankOf = (some: readonly string[]): Bank => ({
      id: 'rivers',
      title: 'Rivers',
      questions: some.map(id => ({ id, type: 'essay', stem: 'Why?' })),
    })
    expect(parseModule(good, { banks: [bankOf(ids)] }).issues).toEqual([])
    expect(parseModule(good, { banks: [bankOf(ids.slice(1))] }).issues).toMatchObject([
      { code: 'unknown-question', message: expect.stringContaining(`rivers/${ids[0]}`) },
    ])
  })

  it('warns of a term that no lesson leads to', () => {
    const { module, issues } = parseModule(good.replace('[source](#source)', 'source'))
    expect(issues).toMatchObject([{ code: 'unused-term', severity: 'warning' }])
    expect(module).not.toBeNull()
  })

  it('says of anything at all that it is no module', () => {
    for (const value of [null, 3, 'id: x', [], '- x', ': :']) {
      const { module, issues } = parseModule(value)
      expect(module).toBeNull()
      expect(issues.every(({ severity }) => severity === 'error')).toBe(true)
      expect(issues.length).toBeGreaterThan(0)
    }
  })
})
