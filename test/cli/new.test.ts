import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseBank } from '../../src/bank/index.js'
import { type AtTerminal, keys, startAtTerminal, type TerminalOptions } from './at-terminal.js'
import { kinds } from './kinds.js'

const { down, enter, space, tab, interrupt } = keys
const open: AtTerminal[] = []
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quizwright-new-'))
})
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close()
})

async function start(file: string, args: readonly string[] = [], options: TerminalOptions = {}) {
  const terminal = await startAtTerminal({ ...options, command: ['new', join(folder, file), ...args] })
  open.push(terminal)
  return terminal
}

/** What is asked, and what is typed then. */
type Talk = readonly (readonly [asked: string, typed: string])[]

async function talk(terminal: AtTerminal, lines: Talk) {
  for (const [asked, typed] of lines) {
    await terminal.see(new RegExp(`[◆▲][^◆▲◇]*${asked.replace(/[?()]/g, '\\$&')}`))
    terminal.type(typed)
  }
}

const read = (file: string) => readFile(join(folder, file), 'utf8')
const downBy = (count: number) => down.repeat(count)

describe('A question of each kind, by prompts alone', () => {
  it.each<[string, Talk, object]>([
    [
      'single-choice',
      [
        ['Choice 1', `Rhine${enter}`],
        ['Choice 2', `Danube${enter}`],
        ['Choice 3 (Enter: no more)', `Danube${enter}`],
        ["There is 'Danube' already", `\u007f\u007f\u007f\u007f\u007f\u007fElbe${enter}`],
        ['Choice 4', enter],
        ['Which is right?', downBy(1) + enter],
      ],
      { choices: [{ text: 'Rhine' }, { text: 'Danube' }, { text: 'Elbe' }], key: 'b' },
    ],
    [
      'multiple-response',
      [
        ['Choice 1', `*Rhine${enter}`],
        ['Choice 2', `Tiber${enter}`],
        ['Choice 3', `*Danube${enter}`],
        ['Choice 4', enter],
      ],
      { choices: [{ text: 'Rhine' }, { text: 'Tiber' }, { text: 'Danube' }], key: ['a', 'c'] },
    ],
    ['true-false', [['Is it true?', down + enter]], { key: false }],
    [
      'short-answer',
      [
        ['Accepted answer 1', enter],
        ['Write something', `Danube${enter}`],
        ['Accepted answer 2', `the Danube${enter}`],
        ['Accepted answer 3', enter],
      ],
      { key: [{ text: 'Danube' }, { text: 'the Danube' }] },
    ],
    [
      'numeric',
      [
        ['Accepted number 1', `long${enter}`],
        ["'long' is no number", `\u007f\u007f\u007f\u007f2850${enter}`],
        ['Accepted number 2', `2800 to 2900${enter}`],
        ['Accepted number 3', enter],
        ['How far off', `20${enter}`],
        ['In which unit', `km${enter}`],
      ],
      {
        key: [
          { value: 2850, tolerance: 20 },
          { min: 2800, max: 2900 },
        ],
        units: [{ unit: 'km' }],
      },
    ],
    [
      'ordering',
      [
        ['item 1', `Elbe${enter}`],
        ['item 2', `Rhine${enter}`],
        ['item 3', enter],
      ],
      { items: [{ text: 'Elbe' }, { text: 'Rhine' }], key: ['a', 'b'] },
    ],
    [
      'matching',
      [
        ['matched, 1', `Danube${enter}`],
        ['matched, 2', `Rhine${enter}`],
        ['matched, 3', enter],
        ["What fits 'Danube'?", `Black Sea${enter}`],
        ["What fits 'Rhine'?", `North Sea${enter}`],
        ['fits nothing, 1', `Baltic Sea${enter}`],
        ['fits nothing, 2', enter],
      ],
      {
        prompts: [{ text: 'Danube' }, { text: 'Rhine' }],
        choices: [{ text: 'Black Sea' }, { text: 'North Sea' }, { text: 'Baltic Sea' }],
        key: { p1: 'a', p2: 'b' },
      },
    ],
    [
      'categorization',
      [
        ['Category 1', `North${enter}`],
        ['Category 2', `South${enter}`],
        ['Category 3', enter],
        ['sorted, 1', `Oslo${enter}`],
        ['sorted, 2', `Rome${enter}`],
        ['sorted, 3', `The Moon${enter}`],
        ['sorted, 4', enter],
        ["Where does 'Oslo' belong?", enter],
        ["Where does 'Rome' belong?", down + enter],
        ["Where does 'The Moon' belong?", downBy(2) + enter],
      ],
      {
        items: [{ text: 'Oslo' }, { text: 'Rome' }, { text: 'The Moon' }],
        categories: [{ text: 'North' }, { text: 'South' }],
        key: { a: 'p1', b: 'p2' },
      },
    ],
    [
      'cloze',
      [
        ['double braces', `The Danube${tab}`],
        [
          'There must be one in double braces',
          `\u0015The {{Danube}} has {{2850}} km to the {{Black Sea|North Sea}}.${tab}`,
        ],
        ["For 'Danube' is accepted too, 1", `river Danube${enter}`],
        ["For 'Danube' is accepted too, 2", enter],
      ],
      {
        text: 'The {{g1}} has {{g2}} km to the {{g3}}.',
        gaps: [
          { type: 'text', key: [{ text: 'Danube' }, { text: 'river Danube' }] },
          { type: 'numeric', key: [{ value: 2850 }] },
          { type: 'choice', choices: [{ text: 'Black Sea' }, { text: 'North Sea' }], key: 'c1' },
        ],
      },
    ],
    [
      'hot-text',
      [['double braces', `The {{*Danube}} passes {{Vienna}}.${tab}`]],
      { text: 'The {{m1|Danube}} passes {{m2|Vienna}}.', key: ['m1'] },
    ],
    [
      'essay',
      [
        ['How many words?', `fifty${enter}`],
        ['50-150', `\u007f\u007f\u007f\u007f\u007f60-20${enter}`],
        ["'60-20' is no range", `\u007f\u007f\u007f\u007f\u007f20-60${enter}`],
        ['looks at, 1', `Names a river${enter}`],
        ['looks at, 2', enter],
        ["How many points for 'Names a river'?", `2${enter}`],
      ],
      { words: { min: 20, max: 60 }, rubric: [{ text: 'Names a river', points: 2 }] },
    ],
  ])('%s', async (kind, lines, wanted) => {
    const file = `${kind}.yaml`
    const terminal = await start(file)
    await talk(terminal, [
      ['What is the bank called?', `Rivers${enter}`],
      ['Which language is it in?', enter],
      ['Which kind of question?', downBy(kinds.indexOf(kind)) + enter],
      ['What does it ask?', `Which river?${tab}`],
      ...lines,
      ['What else should it have?', enter],
      ['Another question?', enter],
    ])
    expect(await terminal.ended()).toBe(0)
    const { bank, issues } = parseBank(await read(file))
    expect(issues).toEqual([])
    expect(bank).toMatchObject({
      title: 'Rivers',
      questions: [{ id: 'q1', type: kind, stem: 'Which river?', ...wanted }],
    })
  })
})

describe('quizwright new at a terminal', () => {
  const kept = `# Ours.
id: kept
title: 'Kept'   # as we call it
questions:
  # the first
  - { id: q1, type: true-false, stem: "Is it?", key: true }
`

  it('adds all that a question can have, to a bank that there is', async () => {
    await writeFile(join(folder, 'kept.yaml'), kept)
    const terminal = await start('kept.yaml', ['--type', 'true-false', '--stem', 'Is it long?'])
    const extra = (place: number): Talk[number] => ['What else should it have?', downBy(place) + enter]
    await talk(terminal, [
      ['Is it true?', enter],
      extra(1),
      ["who answered 'True'", `It is.${enter}`],
      ["who answered 'False'", `Look again.${enter}`],
      extra(3),
      ['Why is the key right', `It has 2850 km.${enter}`],
      extra(3),
      ['The hint', `Look at a map.${enter}`],
      ['What share', `2${enter}`],
      ["'2' is no share", `\u007f0.1${enter}`],
      extra(3),
      ['Which objective?', enter],
      ['What can learners do', `Compare rivers.${enter}`],
      ['A short name', `compare rivers${enter}`],
      ["can't be an id", `${'\u007f'.repeat(14)}compare${enter}`],
      extra(3),
      ['Tag 1', `europe${enter}`],
      ['Tag 2', enter],
      extra(3),
      ['The difficulty', down + enter],
      ['What else should it have?', enter],
    ])
    expect(await terminal.ended()).toBe(0)
    const now = await read('kept.yaml')
    const { bank, issues } = parseBank(now)
    expect(issues).toEqual([])
    expect(bank?.objectives).toEqual([{ id: 'compare', text: 'Compare rivers.' }])
    expect(bank?.questions[1]).toEqual({
      id: 'q2',
      type: 'true-false',
      stem: 'Is it long?',
      key: true,
      choiceFeedback: { true: 'It is.', false: 'Look again.' },
      solution: 'It has 2850 km.',
      hints: [{ text: 'Look at a map.', cost: 0.1 }],
      objective: 'compare',
      tags: ['europe'],
      difficulty: 'medium',
    })
    for (const line of kept.trimEnd().split('\n')) expect(now).toContain(line)
  })

  it('takes a stem of several lines, and writes them as a block', async () => {
    await writeFile(join(folder, 'lines.yaml'), kept)
    const terminal = await start('lines.yaml', ['--type', 'true-false'])
    await talk(terminal, [
      ['What does it ask? (Enter: new line, Tab: done)', tab],
      [
        'Write something',
        `Read this:${enter}${enter}- one: 1${enter}- two # 2${enter}Is is so?${keys.left.repeat(4)}`,
      ],
      ['Is is so', `\u007ft${tab}`],
      ['Is it true?', enter],
      ['What else should it have?', enter],
      ['Another question?', enter],
    ])
    expect(await terminal.ended()).toBe(0)
    const stem = 'Read this:\n\n- one: 1\n- two # 2\nIs it so?'
    expect(await read('lines.yaml')).toContain(`stem: |-\n${stem.replace(/^(?=.)/gm, '      ')}\n`)
    expect(parseBank(await read('lines.yaml')).bank?.questions[1]?.stem).toBe(stem)
  })

  it('takes a stem that is pasted whole, tabs and all', async () => {
    await writeFile(join(folder, 'pasted.yaml'), kept)
    const terminal = await start('pasted.yaml', ['--type', 'true-false'])
    await terminal.see('What does it ask?')
    const stem = 'What does this give?\n\n```\nif x:\n\treturn 1\n```'
    terminal.paste(stem)
    await terminal.see(/```[\s\S]*return 1[\s\S]*```/)
    await talk(terminal, [
      ['What does it ask?', tab],
      ['Is it true?', enter],
      ['What else should it have?', enter],
      ['Another question?', enter],
    ])
    expect(await terminal.ended()).toBe(0)
    expect(parseBank(await read('pasted.yaml')).bank?.questions[1]?.stem).toBe(stem)
  })

  it('writes no colour where none is wanted', async () => {
    const terminal = await start('plain.yaml', ['--title', 'R', '--language', 'en', '--type', 'essay'], {
      env: { NO_COLOR: '1' },
    })
    await talk(terminal, [
      ['What does it ask?', tab],
      ['Write something', 'Why?'],
    ])
    await terminal.see('Why?')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: how terminals are told of styles; 7 shows the cursor
    const styles = terminal.written().match(/\u001b\[[\d;]*m/g)
    expect([...new Set(styles)].sort()).toEqual(['\u001b[27m', '\u001b[7m'])
  })

  it('asks for question after question, and lets tags be picked that the bank declares', async () => {
    await writeFile(join(folder, 'tagged.yaml'), `${kept}tags: [long, short]\n`)
    const terminal = await start('tagged.yaml')
    const question: Talk = [
      ['Which kind of question?', downBy(2) + enter],
      ['What does it ask?', `Is it long?${tab}`],
      ['Is it true?', enter],
    ]
    await talk(terminal, [
      ...question,
      ['What else should it have?', downBy(7) + enter],
      ['Which tags?', space + enter],
    ])
    await talk(terminal, [
      ['What else should it have?', enter],
      ['Another question?', down + enter],
      ...question,
    ])
    await talk(terminal, [
      ['What else should it have?', downBy(10) + enter],
      ['How many points? (Enter: 1)', enter],
    ])
    await talk(terminal, [
      ['What else should it have?', enter],
      ['Another question?', enter],
    ])
    expect(await terminal.ended()).toBe(0)
    const { bank } = parseBank(await read('tagged.yaml'))
    expect(bank?.questions.map(({ id, tags, points }) => [id, tags, points])).toEqual([
      ['q1', undefined, undefined],
      ['q2', ['long'], undefined],
      ['q3', undefined, undefined],
    ])
  })

  it.each([
    ['the title', []],
    ['the language', [['What is the bank called?', `Rivers${enter}`]]],
    [
      'a choice',
      [
        ['What is the bank called?', `Rivers${enter}`],
        ['Which language is it in?', enter],
        ['Which kind of question?', enter],
        ['What does it ask?', `Which?${tab}`],
        ['Choice 1', `Rhine${enter}`],
      ],
    ],
  ] as [string, Talk][])('makes no file when one breaks off at %s', async (what, lines) => {
    const terminal = await start('broken-off.yaml')
    await talk(terminal, lines)
    await terminal.see(what === 'the title' ? 'called?' : what === 'the language' ? 'language' : 'Choice 2')
    terminal.type(interrupt)
    expect(await terminal.ended()).toBe(2)
    expect(await readdir(folder)).not.toContain('broken-off.yaml')
  })

  it('keeps what it asks behind its sign where the window is narrow', async () => {
    const pairs = ['--type', 'matching', '--stem', 'Where to?']
    const terminal = await start('narrow.yaml', ['--title', 'R', '--language', 'en', ...pairs], {
      columns: 36,
    })
    await talk(terminal, [
      ['What is to be matched, 1', `Rhine${enter}`],
      ['What is to be matched, 2', `Danube${enter}`],
    ])
    await terminal.see(/^◆ {2}What is to be matched, 3 \(Enter:\n {3}no more\)$/m)
  })

  it('keeps what can be picked and what is wrong behind its sign there, too', async () => {
    const terminal = await start('narrower.yaml', ['--title', 'R', '--language', 'en'], { columns: 40 })
    await terminal.see(/^│ {4}○ 2 multiple-response: pick all\n│ {8}that are right$/m)
    await talk(terminal, [
      ['Which kind of question?', downBy(4) + enter],
      ['What does it ask?', `How long?${tab}`],
      ['Accepted number 1', `long${enter}`],
    ])
    await terminal.see(/^└ {2}'long' is no number: write 42, 3\.5\n {3}or 40 to 45, the lower one first\.$/m)
    const gaps = ['--title', 'R', '--language', 'en', '--type', 'cloze', '--stem', 'Fill.']
    const cloze = await start('narrower.yaml', gaps, { columns: 40 })
    await talk(cloze, [['The text', `A {{gap${tab}`]])
    await cloze.see(/^└ {2}Some braces are not closed, or hold\n {3}nothing: write {{words}}\.$/m)
  })

  it.each([{}, { NO_COLOR: '1' }])('keeps what is typed behind its sign there, with %j', async env => {
    const hot = ['--title', 'R', '--language', 'en', '--type', 'hot-text', '--stem', 'Mark.']
    const terminal = await start('narrowest.yaml', hot, { columns: 40, env })
    await terminal.see(/^│ {3}\{\{\*Vilnius\}\} is a capital,\n│ {2}\{\{Kaunas\}\} is not\.$/m)
    const several = ['--title', 'R', '--language', 'en', '--type', 'multiple-response', '--stem', 'Which?']
    const choices = await start('narrowest.yaml', several, { columns: 40, env })
    const long = 'The Rhine, which rises in the Alps and flows north'
    await talk(choices, [['Choice 1', long]])
    await choices.see(/◆ {2}Choice 1\n│ {2}The Rhine, which rises in the Alps\n│ {2}and flows north/)
    choices.type(enter)
    await talk(choices, [
      ['Choice 2', `Elbe${enter}`],
      ['Choice 3', enter],
    ])
    await choices.see(/◇ {2}Choice 1\n│ {2}The Rhine, which rises in the Alps\n│ {2}and flows north\n│/)
    await choices.see(/^│ {2}❯ ◻ 1 The Rhine, which rises in the\n│ {8}Alps and flows north\n│ {4}◻ 2 Elbe$/m)
    choices.type(enter)
    await choices.see(/▲ {2}Which is right\?[^▲]*\n└ {2}Nothing is marked: the space bar\n {3}marks\.$/m)
    choices.type(space + down)
    await choices.see(/^│ {4}◼ 1 The Rhine/m)
    choices.type(enter)
    await choices.see(
      /◇ {2}Which is right\?\n│ {2}The Rhine, which rises in the Alps\n│ {2}and flows north\n│/,
    )
    await choices.see('What else should it have?')
  })

  it('asks nothing for a folder that is not there, as all would be typed for nothing', async () => {
    const terminal = await start('nowhere/rivers.yaml')
    expect(await terminal.ended()).toBe(2)
    expect(terminal.screen().replaceAll('\n', ' ')).toMatch(/^There is no folder '.*nowhere': make it first/)
  })

  it('leaves a file as it was when one breaks off', async () => {
    await writeFile(join(folder, 'as-it-was.yaml'), kept)
    const terminal = await start('as-it-was.yaml', ['--type', 'essay', '--stem', 'Why?'])
    await terminal.see('How many words?')
    terminal.type(interrupt)
    expect(await terminal.ended()).toBe(2)
    expect(terminal.screen()).toContain('Nothing more was written')
    expect(await read('as-it-was.yaml')).toBe(kept)
  })

  it('does not write over what somebody else wrote meanwhile', async () => {
    await writeFile(join(folder, 'meanwhile.yaml'), kept)
    const terminal = await start('meanwhile.yaml', [
      '--type',
      'true-false',
      '--stem',
      'Is it?',
      '--key',
      'true',
    ])
    await terminal.see('What else')
    await writeFile(join(folder, 'meanwhile.yaml'), `${kept}# theirs\n`)
    terminal.type(enter)
    expect(await terminal.ended()).toBe(2)
    expect(terminal.screen()).toContain('was changed meanwhile')
    expect(await read('meanwhile.yaml')).toBe(`${kept}# theirs\n`)
  })

  /** A fault that the bank's check alone knows of. */
  const tooMuch = ['--criterion', 'Names it = 2000000']

  it('shows what is wrong before it writes, and lets the author decide', async () => {
    await writeFile(join(folder, 'wrong.yaml'), kept)
    const terminal = await start('wrong.yaml', ['--type', 'essay', '--stem', 'Why?', ...tooMuch])
    await talk(terminal, [
      ['How many words?', enter],
      ['What else', enter],
      ['Write it all the same', enter],
    ])
    expect(await terminal.ended()).toBe(2)
    expect(await read('wrong.yaml')).toBe(kept)
  })

  it('says how to go on with a question that is written all the same, also where the window is narrow', async () => {
    await writeFile(join(folder, 'wrong-yet.yaml'), kept)
    const essay = ['--type', 'essay', '--stem', 'Why?', ...tooMuch]
    const terminal = await start('wrong-yet.yaml', essay, { columns: 40 })
    await talk(terminal, [
      ['How many words?', enter],
      ['What else', enter],
    ])
    await terminal.see(/^ {3}Write it all the same, and mend it\n {3}in the file\?$/m)
    terminal.type(down + enter)
    await terminal.see(/^Mend that, then: quizwright validate/m)
    expect(await read('wrong-yet.yaml')).toContain('points: 2000000')
  })
})
