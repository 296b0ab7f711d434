import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../interactions/index.js'
import { bundledBanks } from '../questions/index.js'
import { type LintOptions, lintBank, rules } from './index.js'
import { clozeOf, type Example, pick } from './rule.js'
import { unbalanced } from './rules/key-position.rule.js'
import { binomialUpperTail, chanceOfRun, chiSquareTest } from './statistics.js'

/** Rules that find fault with an example, each looked at by itself. */
function firing(example: Example): readonly string[] {
  const given = 'questions' in example ? example : { questions: example }
  const bank = { id: 'example', title: 'Example', ...given.bank, questions: given.questions }
  return lintBank(bank, {
    feedback: given.feedback ?? false,
    ...(given.source && { source: given.source }),
    ...(given.changedParagraphs && { changedParagraphs: given.changedParagraphs }),
    ...(given.readingGrade && { readingGrade: given.readingGrade }),
    ...(given.targets && { targets: given.targets }),
  }).map(({ code }) => code)
}

/** What can't be shown without another fault: a negative that is easy to miss, or doubled, is a negative. */
const inherent: { readonly [id: string]: { readonly bad: string[]; readonly better: string[] } } = {
  'double-negative': { bad: ['negative-stem'], better: [] },
  'negative-not-emphasised': { bad: ['negative-stem'], better: ['negative-stem'] },
}

describe('each rule', () => {
  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s alone fires on its bad example, and nothing on its better one',
    (id, rule) => {
      const also = inherent[id] ?? { bad: [], better: [] }
      expect(new Set(firing(rule.bad))).toEqual(new Set([id, ...also.bad]))
      expect(firing(rule.better)).toEqual(also.better)
      expect(rule.advice.length).toBeGreaterThan(20)
      expect(rule.from).not.toBe('')
    },
  )

  it('has a name of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('takes any question', () => {
    const questions = bundledBanks.flatMap(bank => bank.questions)
    const some = fc.subarray(questions, { maxLength: 10 })
    const garbled = fc
      .tuple(some, fc.string({ minLength: 1 }))
      .map(([all, text]) => all.map(question => ({ ...question, stem: text }) as BuiltInQuestion))
    fc.assert(fc.property(garbled, all => lintBank({ id: 'b', title: 'B', questions: all }).length >= 0))
  })
})

describe('a text made to do harm', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length))
  const texts = [
    '“',
    ' ',
    '*',
    '\\_',
    '1-',
    '1,',
    ', ',
    '(',
    'a',
    'A and ',
    'not ',
    '汉字',
    '👩‍👩‍👧‍👦',
    '\n>',
    '\u0301',
    '\ud800',
    '{{a',
    '…',
  ]

  it.each(texts)('long runs of %j neither throw nor hang', piece => {
    const text = `is ${long(piece)} x`
    const choice = { ...pick(text, `*${text}`, `${text} b`, text), hints: [{ text }], solution: text }
    const cloze = {
      id: 'c',
      type: 'cloze',
      stem: text,
      text,
      gaps: [{ id: 'a', type: 'text', key: [{ text }] }],
    }
    const questions = [choice, cloze] as readonly BuiltInQuestion[]
    const given = { source: [text], changedParagraphs: [1], readingGrade: 5 }
    expect(lintBank({ id: 'b', title: 'B', questions }, given).length).toBeGreaterThan(0)
  })
})

describe('statistics', () => {
  it.each([
    [[286, 1246, 278, 219], 1439.8161655988174, 0],
    [[5, 5, 5, 5], 0, 1],
    [[10, 4, 3, 3], 6.8, 0.07855315983679816],
  ])('χ² of %j', (counts, statistic, p) => {
    const test = chiSquareTest(counts)
    expect(test.statistic).toBeCloseTo(statistic, 8)
    expect(test.p).toBeCloseTo(p, 8)
  })

  it.each([
    [12, 20, 0.25, 0.000935391579332645],
    [9, 20, 0.25, 0.04092516770651855],
    [17, 40, 0.25, 0.011561361200986726],
  ])('at least %d hits in %d', (hits, trials, chance, p) => {
    expect(binomialUpperTail(hits, trials, chance)).toBeCloseTo(p, 10)
  })

  it.each([
    [5, 12, 4],
    [5, 20, 4],
    [3, 8, 3],
    [6, 10, 2],
  ])('a run of %d in %d draws of %d, as counting all of them gives', (length, draws, places) => {
    // Counts sequences by the run that they end in.
    let ending = Array.from({ length }, (_, run) => (run === 1 ? places : 0))
    for (let draw = 1; draw < draws; draw++)
      ending = ending.map((_, run) =>
        run === 1
          ? ending.reduce((sum, count) => sum + count * (places - 1), 0)
          : run > 1
            ? (ending[run - 1] ?? 0)
            : 0,
      )
    const without = ending.reduce((sum, count) => sum + count, 0)
    expect(chanceOfRun(length, draws, places)).toBeCloseTo(1 - without / places ** draws, 12)
  })

  it('tells keys that stand in one place many times running', () => {
    const bank = (places: string) => ({
      id: 'b',
      title: 'B',
      questions: [...places].map((place, index) => ({
        ...pick(
          `Which is number ${index}?`,
          ...['a', 'b', 'c', 'd'].map(id => (id === place ? `*${id}` : id)),
        ),
        id: `q${index}`,
      })),
    })
    const told = (places: string) =>
      lintBank(bank(places), { only: ['key-position'] }).map(({ message }) => message)
    expect(told('abcdabbbbbbbcdacdacdacda')).toEqual([expect.stringMatching(/7 times running/)])
    expect(told('abcdbcdaabdcdacbbdcaacbd')).toEqual([])
  })

  it('tells keys in one place also where the questions have several numbers of choices', () => {
    const question = (size: number, index: number) => ({
      ...pick(`Which is number ${index}?`, '*Ana', ...['Ben', 'Cleo', 'Dov', 'Eve'].slice(0, size - 1)),
      id: `q${index}`,
    })
    const told = (sizes: readonly number[]) =>
      lintBank({ id: 'b', title: 'B', questions: sizes.map(question) }, { only: ['key-position'] }).length
    expect(told([3, 4, 5, 3, 4, 5, 3, 4])).toBe(1)
    expect(told([3, 4, 5, 3, 4, 5, 3])).toBe(0)
    expect(told([2, 2, 2, 2, 2, 2, 2, 3])).toBe(0)
  })

  it('tells spread keys from heaped ones', () => {
    expect(unbalanced([5, 5, 5, 5])).toBeNull()
    expect(unbalanced([10, 4, 3, 3])).toBeNull()
    expect(unbalanced([286, 1246, 278, 219])).toMatch(/rarer than one in a hundred/)
    expect(unbalanced([5, 2, 1])).toMatch(/more than half/)
  })
})

it.each([
  ['numeric-range-overlap', '390-399', '395-405'],
  ['option-contains-option', 'the old bridge', 'the old bridge of Riga'],
  ['near-duplicate-options', 'photosynthesis', 'photosynthesys'],
])('compares all choices, however many there are: %s', (rule, ...pair) => {
  const others = Array.from({ length: 200 }, (_, index) =>
    rule === 'numeric-range-overlap' ? `${index * 1000}-${index * 1000 + 9}` : `thing${index}`,
  )
  const question = pick(
    'Which one?',
    ...others.slice(0, 100),
    ...pair,
    `*${others[100]}`,
    ...others.slice(101),
  )
  const told = lintBank({ id: 'b', title: 'B', questions: [question] }, { only: [rule] })
  expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(pair[0] ?? '')])
})

it.each([
  ['en', '1,000 km', '1000 km', true],
  ['en', '1.000 km', '1000 km', false],
  ['en', '12 000', '12,000', true],
  ['de', '1.000 km', '1000 km', true],
  ['de', '1,000 km', '1000 km', false],
  ['fr', '1\u202f000 km', '1000 km', true],
  ['en', '5.0 g', '5.00 g', false],
  ['en', '12345678901234567', '12345678901234568', false],
])(
  'takes numbers for the same however their thousands are parted: %s %s %s %s',
  (language, one, other, areSame) => {
    const questions = [pick('How far is it?', `*${one}`, other, '7 km')]
    const told = lintBank({ id: 'b', title: 'B', language, questions }, { only: ['duplicate-options'] })
    expect(told.length > 0).toBe(areSame)
  },
)

describe('copied', () => {
  const source = ['The council met on Monday in the old hall by the river to vote on the new tax.']
  const copied = 'the council met on Monday in the old hall by the river to vote'
  const told = (question: BuiltInQuestion, given?: readonly string[]) =>
    lintBank(
      { id: 'b', title: 'B', questions: [question] },
      { only: ['verbatim-copy'], ...(given && { source: given }) },
    ).length

  it('is what stands in a source, but for quotations', () => {
    expect(told(pick(`What is told of when ${copied}?`, '*Rain', 'Snow', 'Hail'), source)).toBe(1)
    expect(told(pick(`Who says “${copied}”?`, '*Ana', 'Ben', 'Cleo'), source)).toBe(0)
  })

  it('and a choice that is as long as only what is pasted', () => {
    const long = (length: number) =>
      pick('What is it?', `*${'word '.repeat(length / 5).trim()}.`, 'Snow', 'Hail')
    expect(told(long(120))).toBe(0)
    expect(told(long(125))).toBe(1)
  })
})

it('tells entries that are the same in every list that a learner goes by', () => {
  const named = (...texts: readonly string[]) => texts.map((text, index) => ({ id: `n${index}`, text }))
  const questions: readonly BuiltInQuestion[] = [
    {
      id: 'match',
      type: 'matching',
      stem: 'Match.',
      prompts: named('Peru', 'Chad'),
      choices: named('Lima', 'Rome', 'lima'),
      key: { n0: 'n0', n1: 'n1' },
    },
    { id: 'order', type: 'ordering', stem: 'Order.', items: named('Rain', 'Rain'), key: ['n0', 'n1'] },
    {
      id: 'sort',
      type: 'categorization',
      stem: 'Sort.',
      categories: named('Fish', 'fish'),
      items: named('Cod', 'Eel'),
      key: { n0: 'n0', n1: 'n1' },
    },
    {
      id: 'fill',
      type: 'cloze',
      stem: 'Fill.',
      text: 'A {{a}} barks.',
      gaps: [{ id: 'a', type: 'choice', choices: named('dog', 'cat', 'cat'), key: 'n0' }],
    },
  ]
  const told = lintBank({ id: 'b', title: 'B', questions }, { only: ['duplicate-options'] })
  expect(told.map(({ path }) => path.join('.'))).toEqual([
    'questions.0.choices',
    'questions.1.items',
    'questions.2.categories',
    'questions.3.gaps.0.choices',
  ])
})

describe('a quotation', () => {
  const source = ['The summit was held in Paris on Monday, as the mayor said.']
  const isFound = (quoted: string) => {
    const questions = [pick(`It says ${quoted}. Who says so?`, '*Ana', 'Ben', 'Cleo')]
    return (
      lintBank({ id: 'b', title: 'B', questions }, { only: ['source-quote-not-found'], source }).length === 0
    )
  }

  it('may leave words out where it says so', () => {
    expect(isFound('“The summit … on Monday”')).toBe(true)
    expect(isFound('“The summit [...] as the mayor said …”')).toBe(true)
    expect(isFound('“The summit … on Friday”')).toBe(false)
  })

  it.each(['„%s“', '„%s”', '«%s»', '«\u00a0%s\u00a0»', '"%s"'])(
    'is looked up in the marks of any language: %s',
    marks => {
      expect(isFound(marks.replace('%s', 'held in Paris on Monday'))).toBe(true)
      expect(isFound(marks.replace('%s', 'held in Rome on Monday'))).toBe(false)
    },
  )
})

describe('questions beside each other', () => {
  const told = (rule: string, language: string, ...questions: readonly BuiltInQuestion[]) =>
    lintBank(
      {
        id: 'b',
        title: 'B',
        language,
        questions: questions.map((one, index) => ({ ...one, id: `q${index}` })),
      },
      { only: [rule] },
    ).length
  const peace = pick(
    'Which treaty ended the war?',
    '*The Peace of Nystad',
    'The Pact of Bonn',
    'The Act of Kiel',
  )

  it('give keys away in texts with gaps, and where no space parts words', () => {
    const cloze = clozeOf('By the Peace of Nystad the war was over in {{a}}.')
    expect(told('inter-item-cue', 'en', peace, cloze)).toBe(1)
    const treaty = pick('どの条約ですか。', '*ニスタット和平条約', 'ボン条約', 'キール法')
    const tsar = pick('ニスタット和平条約に署名したのは誰ですか。', '*ピョートル', 'イワン', 'パウル')
    expect(told('inter-item-cue', 'ja', treaty, tsar)).toBe(1)
  })

  it('are the same in few words, and as other kinds, by what they take', () => {
    const faust = pick('Who wrote Faust?', '*Goethe', 'Heine', 'Kant')
    expect(told('duplicate-stem', 'en', faust, pick('Who wrote Faust?', '*Goethe', 'Mann', 'Kant'))).toBe(1)
    expect(told('duplicate-stem', 'en', faust, pick('Who wrote Emma?', '*Goethe', 'Heine', 'Kant'))).toBe(0)
    expect(told('duplicate-stem', 'en', pick('Is $3 > 2$?', '*Yes'), pick('Is $3 < 2$?', '*Yes'))).toBe(0)
    const [one, other] = [pick('Match.', '*Rain', '*Snow'), pick('Match.', '*Ana', '*Ben')]
    expect(told('duplicate-stem', 'en', one, other)).toBe(0)
    const text = { id: 'q', type: 'short-answer' as const, stem: peace.stem, key: [{ text: 'Nystad' }] }
    expect(told('duplicate-stem', 'en', peace, text)).toBe(1)
    expect(told('duplicate-stem', 'en', peace, { ...text, key: [{ text: 'Utrecht' }] })).toBe(0)
  })
})

describe('a rule that is left out', () => {
  const above = pick('Which factors raised prices?', 'Drought', 'War', '*All of the above')
  const codes = (bank: object) =>
    lintBank({ id: 'b', title: 'B', questions: [above], ...bank }).map(({ code }) => code)

  it('says once what is missing everywhere, and else of each', () => {
    const questions = Array.from({ length: 5 }, (_, index) => ({
      ...pick(`Where was number ${index} held?`, '*Vilnius', 'Riga', 'Oslo'),
      id: `q${index}`,
    }))
    const own = { id: 'own', title: 'Own', sources: [{ id: 'article', title: 'An article' }], questions }
    const pathsOf = (bank: typeof own) =>
      lintBank(bank, { only: ['missing-source'] }).map(({ path }) => path.join('.'))
    expect(pathsOf(own)).toEqual(['questions'])
    const [first, ...others] = questions
    const proved = { ...first, source: { paragraphs: [1] } } as BuiltInQuestion
    expect(pathsOf({ ...own, questions: [proved, ...others] } as typeof own)).toHaveLength(4)
  })

  it.each([
    ['missing-source', { sources: [{ id: 'article', title: 'An article' }] }, {}],
    ['missing-feedback', {}, {}],
    ['missing-rationale', {}, { feedback: { general: 'See paragraph 1.' } }],
  ])('%s leaves out who has a reason, where the others are told of at once too', (rule, bank, fields) => {
    const told = (count: number, exempt: object) =>
      lintBank(
        {
          id: 'own',
          title: 'Own',
          ...bank,
          questions: Array.from({ length: count }, (_, index) => ({
            ...pick(`Where was number ${index} held?`, '*Vilnius', 'Riga', 'Oslo'),
            ...fields,
            id: `q${index}`,
            ...(index === 0 && exempt),
          })),
        },
        { only: [rule, 'unneeded-exemption'] },
      ).map(({ path }) => path[1] ?? path[0])
    expect(told(6, {})).toEqual(['questions'])
    expect(told(6, { lint: { [rule]: 'A question of opinion.' } })).toEqual(['questions'])
    expect(told(5, { lint: { [rule]: 'A question of opinion.' } })).toEqual([1, 2, 3, 4])
  })

  it('is silent for the bank, or for the question', () => {
    expect(codes({})).toContain('all-of-the-above')
    expect(codes({ lint: { 'all-of-the-above': 'Asked for by the board.' } })).not.toContain(
      'all-of-the-above',
    )
    expect(codes({ questions: [{ ...above, lint: { 'all-of-the-above': 'A quotation.' } }] })).not.toContain(
      'all-of-the-above',
    )
  })

  it('or whoever lints says so', () => {
    const bank = { id: 'b', title: 'B', questions: [above] }
    const found = lintBank(bank, { rules: { 'all-of-the-above': 'error', 'missing-feedback': 'off' } })
    expect(found.find(({ code }) => code === 'all-of-the-above')?.severity).toBe('error')
    expect(found.map(({ code }) => code)).not.toContain('missing-feedback')
    expect(() => lintBank(bank, { rules: { 'negativ-stem': 'off' } })).toThrow(/Did you mean 'negative-stem'/)
    expect(lintBank(bank, { only: ['all-of-the-above'] }).map(({ code }) => code)).toEqual([
      'all-of-the-above',
    ])
  })

  it('is told of where there is no such rule, or nothing needs it any more', () => {
    const mended = {
      ...pick('Which factor raised prices most?', 'Drought', 'War', '*Tariffs'),
      lint: {
        'all-of-the-abov': 'A slip.',
        'all-of-the-above': 'It is gone.',
        'stale-source': 'Not looked at.',
        'verbatim-copy': 'Not compared.',
      },
    }
    const told = lintBank(
      { id: 'b', title: 'B', lint: { 'key-longest': 'Names.' }, questions: [mended] },
      { feedback: false },
    )
    expect(told.map(({ code, path, severity }) => [code, path.join('.'), severity])).toEqual([
      ['unknown-rule', 'questions.0.lint.all-of-the-abov', 'warning'],
      ['unneeded-exemption', 'questions.0.lint.all-of-the-above', 'info'],
      ['unneeded-exemption', 'lint.key-longest', 'info'],
    ])
    expect(told[0]?.message).toMatch(/Did you mean 'all-of-the-above'/)
  })

  it('goes by the grade that the bank states, or by another that is asked for', () => {
    const stem = `Which of the representatives ${'considered intergovernmental communications and '.repeat(8)}resigned?`
    const bank = {
      id: 'b',
      title: 'B',
      readability: { grade: 6 },
      questions: [pick(stem, '*Ana', 'Ben', 'Cleo')],
    }
    const told = (options: LintOptions) => lintBank(bank, { ...options, only: ['reading-level'] })
    expect(told({})[0]?.message).toContain('the bank is for grade 6')
    expect(told({ readingGrade: 7 })[0]?.message).toContain('the bank is for grade 7')
    expect(told({ readingGrade: 40 })).toEqual([])
  })

  it('is silent on other languages where it is about English words', () => {
    const stem = pick(
      'Was hat die Regierung not gesagt im Mai?',
      '*Ja und Amen',
      'Nein und Amen',
      'Vielleicht',
    )
    expect(codes({ language: 'de', questions: [stem] })).not.toContain('negative-stem')
    expect(codes({ questions: [stem] })).not.toContain('negative-stem')
    expect(codes({ questions: [{ ...stem, language: 'en' }] })).toContain('negative-stem')
  })
})

describe('the bundled banks', () => {
  it.each(bundledBanks.map(bank => [bank.id, bank] as const))('%s passes', (_, bank) => {
    const told = lintBank(bank).filter(({ severity }) => severity !== 'info')
    expect(
      told.map(({ code, path, message }) => `${bank.questions[Number(path[1])]?.id} ${code}: ${message}`),
    ).toEqual([])
  })
})

it('is told of, rule by rule: UPDATE_RULES=1 npm run test:unit mends the table', () => {
  const page = new URL('../../docs/linting.md', import.meta.url)
  const text = readFileSync(page, 'utf8')
  const rows = rules.map(
    ({ id, severity, english, advice, from }) =>
      `| \`${id}\` | ${severity}${english ? ', _en_' : ''} | ${advice} | ${from} |`,
  )
  const table = ['| rule | | what to do | from |', '| --- | --- | --- | --- |', ...rows].join('\n')
  const place = /(<!-- rules -->\n)[\s\S]*?(<!-- end -->)/
  if (process.env.UPDATE_RULES)
    writeFileSync(
      page,
      text.replace(place, (_, start, end) => `${start}${table}\n${end}`),
    )
  else expect(place.exec(text)?.[0]).toBe(`<!-- rules -->\n${table}\n<!-- end -->`)
})
