import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseBank } from '../../src/bank/index.js'
import { bankLoader } from '../bank-plugin.js'
import { kinds } from './kinds.js'

let bin: string
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quizwright-commands-'))
  await build({
    entryPoints: [new URL('../../src/cli/index.ts', import.meta.url).pathname],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    alias: { yaml: new URL('../../node_modules/yaml/browser/index.js', import.meta.url).pathname },
    define: { VERSION: '"1.2.3"' },
    plugins: [bankLoader],
  })
  bin = join(folder, 'index.mjs')
})

/** Runs the command with no terminal. */
function quizwright(
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise(resolve => {
    const env = { ...process.env, XDG_DATA_HOME: folder, APPDATA: folder, HOME: folder }
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env })
    const result = { code: null as number | null, out: '', err: '' }
    child.stdout.on('data', data => {
      result.out += data
    })
    child.stderr.on('data', data => {
      result.err += data
    })
    child.on('close', code => resolve({ ...result, code }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

async function file(name: string, content: string): Promise<string> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), content)
  return name
}

const bank = `id: own
title: "Own \\e[31mbank\\a"
questions:
  - { id: q1, type: true-false, stem: "Is it so?\\e]0;owned\\a", key: true }
  - { id: q2, type: ordering, stem: Order., items: [{ id: a, text: A }, { id: b, text: B }], key: [b, a] }
`

describe('quizwright', () => {
  it('tells its version and what it can do', async () => {
    expect(await quizwright(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n', err: '' })
    const { code, out } = await quizwright(['--help'])
    expect([code, out]).toEqual([0, expect.stringContaining('quizwright <command> --help')])
  })

  it.each(['play', 'learn', 'review', 'progress', 'list', 'show', 'new', 'validate', 'lint', 'convert'])(
    'says of %s what it does, examples first',
    async name => {
      const { code, out } = await quizwright([name, '--help'])
      expect([code, out]).toEqual([0, expect.stringMatching(/^ {2}quizwright/)])
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      expect((await quizwright(['help', name])).out).toBe(out)
      expect((await quizwright(['help'])).out).toMatch(
        new RegExp(`^ {2}quizwright \\[?${name}\\b.* {2}\\S.{0,46}$`, 'm'),
      )
    },
  )

  it('says which command was meant where help is asked for', async () => {
    for (const [named, meant] of [
      ['lnt', 'lint'],
      ['import', 'convert'],
    ] as const)
      expect(await quizwright([named, '--help'])).toMatchObject({
        code: 2,
        err: expect.stringContaining(`Did you mean '${meant}'`),
      })
  })

  it('lists its banks as data and as text', async () => {
    const { out } = await quizwright(['list', '--json'])
    const [first] = JSON.parse(out)
    expect(first).toMatchObject({ id: 'positions', title: expect.any(String), topic: 'nato-ukraine' })
    expect(first.questions).toBeGreaterThanOrEqual(16)
    expect(first.kinds).toHaveLength(11)
    expect(first.minutes).toBeGreaterThan(0)
    expect((await quizwright(['list'])).out).toMatch(/^positions – /)
  })

  it('shows a bank without its keys, unless they are asked for', async () => {
    const shown = await quizwright(['show', 'positions'])
    expect(shown.out).toContain('us-stance (single-choice')
    const data = JSON.parse((await quizwright(['show', 'nato-ukraine/positions', '--json'])).out)
    expect(JSON.stringify(data)).not.toMatch(/"(key|solution|feedback|misconception)"/)
    expect(data.questions.length).toBeGreaterThanOrEqual(16)
    expect(
      JSON.parse((await quizwright(['show', 'positions', '--json', '--keys'])).out).questions[0].key,
    ).toBeDefined()
    expect((await quizwright(['show', 'positions', '--keys'])).out.length).toBeGreaterThan(shown.out.length)
  })

  it('plays with answers, the same each time', async () => {
    const path = await file('own.yaml', bank)
    await file('answers.json', '{ "q1": true, "q2": ["a", "b"] }')
    for (const rules of ['exam', 'practice', 'checkpoint']) {
      const args = ['play', path, '--answers', 'answers.json', '--seed', '7', '--rules', rules, '--json']
      const { code, out, err } = await quizwright(args)
      expect([code, err]).toEqual([0, ''])
      const result = JSON.parse(out)
      expect(result.score).toEqual({ raw: 1, min: 0, max: 2, scaled: 0.5 })
      expect(
        Object.fromEntries(
          result.questions.map((one: { id: string; outcome: string }) => [one.id, one.outcome]),
        ),
      ).toEqual({ q1: 'correct', q2: 'incorrect' })
      const { startedAt, finishedAt, ...again } = JSON.parse((await quizwright(args)).out)
      expect(result).toMatchObject(again)
    }
  })

  it('plays several banks as one, and a bank in another language', async () => {
    const own = await file('own.yaml', bank)
    await file('answers.json', '{ "own:q1": true, "positions:us-stance": "b" }')
    const several = await quizwright([
      'play',
      own,
      'positions',
      '--answers',
      'answers.json',
      '--rules',
      'exam',
      '--json',
    ])
    expect(several).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(several.out).questions.map(({ id }: { id: string }) => id)).toContain('own:q1')
    const german = await file(
      'own.de.yaml',
      'language: de\ntitle: Eigen\nquestions: [{ id: q1, stem: Ist es so? }]\n',
    )
    const shown = await quizwright(['show', own, '--translation', german])
    expect(shown.out).toMatch(/^Eigen \(own\)[\s\S]*Ist es so\?[\s\S]*Order\./)
    const typo = await file('typo.de.yaml', 'language: de\nquestions: [{ id: q9, stem: So? }]\n')
    expect(await quizwright(['play', own, '--translation', typo, '--answers', '-'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^typo\.de\.yaml:2:\d+: The bank has no 'q9' here/),
    })
  })

  it('takes answers from standard input, and scores what can not be read as invalid', async () => {
    await file('own.yaml', bank)
    const { code, out } = await quizwright(
      ['play', 'own.yaml', '--answers', '-', '--rules', 'checkpoint', '--json'],
      '{ "q1": "yes" }',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out).counts).toMatchObject({ invalid: 1, unanswered: 1 })
  })

  it('prints nothing that a terminal would take for a command', async () => {
    const path = await file('own.yaml', bank)
    await file('answers.json', '{}')
    for (const args of [
      ['show', path],
      ['show', path, '--json'],
      ['play', path, '--answers', 'answers.json'],
    ]) {
      const { code, out } = await quizwright(args)
      expect(code).toBe(0)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    }
  })

  it.each(['own.yaml', './own.yaml', 'positions'])('plays %s without the word', async name => {
    await file('own.yaml', bank)
    const { code, out } = await quizwright([name, '--answers', '-', '--json'], '{}')
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ ending: 'handed-in' })])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['lst'], /no command 'lst'.*'list'/],
    ['an unknown option', ['list', '--jsn'], /'--jsn'\. See quizwright list --help\. Did you mean 'json'/],
    ['a bank that is nowhere', ['show', 'position'], /'position'.*Did you mean 'positions'/],
    ['no bank', ['show'], /Name a bank/],
    ['words too many', ['list', 'all'], /'all'/],
    ['rules that are none', ['play', 'positions', '--rules', 'exm'], /'exm'\. Did you mean 'exam'\?$/m],
    [
      'rules that are like none',
      ['play', 'positions', '--rules', 'x'],
      /'x'\. There are: practice, exam, checkpoint\./,
    ],
    ['no terminal', ['play', 'positions'], /needs a terminal.*--answers/],
    ['JSON without answers', ['play', '--json'], /--answers/],
    [
      'answers that are not there',
      ['play', 'positions', '--answers', 'none.json'],
      /none\.json can't be read/,
    ],
    [
      'answers that are no JSON',
      ['play', 'positions', '--answers', 'broken.json'],
      /broken\.json is no JSON/,
    ],
    ['answers that are none', ['play', 'positions', '--answers', 'list.json'], /list\.json holds no answers/],
    [
      'answers to no question',
      ['play', 'positions', '--answers', 'stray.json'],
      /no question 'us-stanc'. Did you mean 'us-stance'\?\n.*'zzz'/,
    ],
    [
      'a bank with faults',
      ['play', 'faulty.yaml', '--answers', 'broken.json'],
      /faulty\.yaml:4:\d+: .*\n.*faulty\.yaml:5:\d+: /,
    ],
    ['a folder for a bank', ['show', '.'], /is a folder/],
    [
      'a bank that is named twice',
      ['show', 'positions', 'nato-ukraine/positions'],
      /^Several of these banks have the id 'positions' \(positions, nato-ukraine\/positions\): name each once/,
    ],
  ])('refuses %s, says why and where, and exits with 2', async (_, args, message) => {
    await file('broken.json', '{ "a": ')
    await file('list.json', '[]')
    await file('stray.json', '{ "us-stanc": "b", "zzz": 1 }')
    await file(
      'faulty.yaml',
      'id: own\ntitle: Own\nquestions:\n  - { id: q1, type: tru-false, stem: Is it?, key: true }\n  - { id: q2, type: true-false, stem: Is it?, kye: true }\n',
    )
    const { code, out, err } = await quizwright(args)
    expect(err).toMatch(message)
    expect([code, out]).toEqual([2, ''])
  })

  it('ends in peace when nobody reads on', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${bin}" show positions --keys | head -1`])
    let err = ''
    child.stderr.on('data', data => {
      err += data
    })
    expect(await new Promise(resolve => child.on('close', resolve))).toBe(0)
    expect(err).toBe('')
  })
})

describe('quizwright validate', () => {
  it.each(['validate', 'lint', 'show'])(
    'and the like send on what is of another system: %s',
    async command => {
      const name = await file('others/moodle.txt', 'Which is longer? { =The Danube ~The Rhine }\n')
      const { code, out, err } = await quizwright([command, name])
      expect([code, `${out}${err}`]).toEqual([
        command === 'show' ? 2 : 1,
        expect.stringMatching(
          /^others\/moodle.txt:1:1: .*quizwright convert others\/moodle.txt --out others\/moodle.yaml/,
        ),
      ])
      expect(`${out}${err}`).not.toContain('missing')
      const own = await file('others/own.txt', 'id: own\n')
      const told = await quizwright([command, own])
      expect(`${told.out}${told.err}`).toContain("'title' is missing")
    },
  )

  it('warns of pictures that are not there, wherever the bank and its other questions are', async () => {
    const media = (...sources: string[]) => sources.map(src => ({ type: 'image', src, alt: 'A map' }))
    const question = { type: 'true-false', stem: 'So?', key: true }
    const questions = [
      { ...question, id: 'one', media: media('maps/rhine.svg', 'maps/rhien.svg') },
      { ...question, id: 'two', key: 'yes' },
      {
        ...question,
        id: 'three',
        media: media('C:\\maps\\rhine.svg', 'https://maps.test/rhine.svg', '/rhine.svg'),
      },
    ]
    await file('pictured/maps/rhine.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const name = await file('pictured/bank.json', JSON.stringify({ id: 'pictured', title: 'P', questions }))
    const { out } = await quizwright(['validate', name, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject([
      {
        code: 'no-such-file',
        severity: 'warning',
        path: 'questions.0.media.1.src',
        message: expect.stringContaining("Did you mean 'rhine.svg'?"),
        line: 1,
      },
      { code: 'wrong-type', path: 'questions.1.key', line: 1 },
      {
        code: 'no-such-file',
        path: 'questions.2.media.0.src',
        message: expect.stringContaining('one computer'),
      },
    ])
  })

  it('looks for pictures alone, by address as a browser does', async () => {
    const question = { type: 'true-false', stem: 'So?', key: true }
    const sources = [
      'maps/the%20rhine.svg',
      'maps/the rhine.svg?v=2#top',
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" class="\\"/>',
      'maps/100%.svg',
    ]
    const media = sources.map(src => ({ type: 'image', src, alt: 'A map' }))
    const matching = {
      id: 'two',
      type: 'matching',
      stem: 'Match.',
      prompts: [
        { id: 'src', text: 'Source' },
        { id: 'media', text: 'Media' },
      ],
      choices: [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
      key: { src: 'a', media: 'b' },
    }
    const questions = [{ ...question, id: 'one', media }, matching]
    await file('addressed/maps/the rhine.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const name = await file('addressed/bank.json', JSON.stringify({ id: 'a', title: 'A', questions }))
    const { code, out } = await quizwright(['validate', name, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject([{ code: 'no-such-file', path: 'questions.0.media.3.src' }])
    expect(code).toBe(0)
  })

  const wrong = 'id: own\ntitle: Own\nquestions:\n  - { id: q1, type: true-false, stem: Is it?, kye: true }\n'

  it('says of a file that it is right', async () => {
    const name = await file('right.yaml', bank)
    expect(await quizwright(['validate', name])).toMatchObject({ code: 0, out: 'Nothing is wrong.\n' })
  })

  it.each([
    ['validate', 'text', ''],
    ['lint', 'text', ''],
    ['validate', 'json', '[]\n'],
  ])(
    'does not say that nothing is wrong where a file can’t be read: %s as %s',
    async (command, format, out) => {
      const name = await file('right.yaml', bank)
      const args = [
        command,
        name,
        'nowhere.yaml',
        '--format',
        format,
        ...(command === 'lint' ? ['--rule', 'key-longest'] : []),
      ]
      expect(await quizwright(args)).toMatchObject({
        code: 2,
        out,
        err: expect.stringMatching(/^There is no file 'nowhere\.yaml'/),
      })
    },
  )

  it('names every problem with its place, and what was meant', async () => {
    const name = await file('wrong.yaml', wrong)
    const { code, out } = await quizwright(['validate', name])
    expect(code).toBe(1)
    expect(out).toMatch(/^wrong\.yaml:4:\d+: error: .*kye.*key.* \(questions\.0\.kye\) \[unknown-field\]$/m)
    expect(out).toMatch(/^wrong\.yaml:4:5: error: 'key' is missing.*\[missing-field\]$/m)
    expect(out).toMatch(/^2 errors\.$/m)
  })

  it('tells it as data, and as SARIF', async () => {
    const name = await file('wrong.yaml', wrong)
    const { out } = await quizwright(['validate', name, '--format', 'json'])
    expect(JSON.parse(out)[0]).toMatchObject({
      file: name,
      line: 4,
      severity: 'error',
      path: 'questions.0.key',
    })
    const sarif = JSON.parse((await quizwright(['validate', name, '--format', 'sarif'])).out)
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'quizwright' } } }] })
    const { rules } = sarif.runs[0].tool.driver
    for (const { ruleId, ruleIndex } of sarif.runs[0].results) expect(rules[ruleIndex].id).toBe(ruleId)
    expect(rules).toContainEqual(
      expect.objectContaining({ id: 'unknown-field', help: { text: expect.any(String) } }),
    )
    expect(sarif.runs[0].results).toContainEqual(
      expect.objectContaining({
        ruleId: 'unknown-field',
        level: 'error',
        locations: [
          expect.objectContaining({
            physicalLocation: {
              artifactLocation: { uri: name },
              region: { startLine: 4, startColumn: expect.any(Number) },
            },
          }),
        ],
      }),
    )
  })

  it.each<[string, string, RegExp]>([
    [
      'said.json',
      '{ "id": "a", "title": "A", "questions": [], }',
      /^said\.json:1:\d+: error: The file's name says JSON.* a comma before a closing bracket/,
    ],
    [
      'commented.json',
      '{\n  // ours\n  "id": "a",\n  "title": "A", "questions": []\n}',
      /^commented\.json:2:3: error: The file's name says JSON.* Leave out comments.*\n1 error\.\n$/,
    ],
    ['comma.json', '{ "id": "a"\n "title": "A" }', /a comma,.* is missing/],
    ['open.yaml', 'id: a\ntitle: [A\n', /bracket .*not closed/],
    ['quote.yaml', 'id: a\ntitle: "A\n', /quotation mark/],
  ])('says of %s what is wrong with it', async (name, text, message) => {
    await file(name, text)
    expect(await quizwright(['validate', name])).toMatchObject({
      code: 1,
      out: expect.stringMatching(message),
    })
  })

  it.each([
    ['utf16.yaml', Buffer.from('\ufeffid: a\n', 'utf16le'), /is in UTF-16: save it as UTF-8/],
    ['binary.yaml', Buffer.from([0x80, 0x81, 0xfe]), /no text in UTF-8/],
  ])('can’t read %s, and says what to do', async (name, bytes, message) => {
    await writeFile(join(folder, name), bytes)
    for (const command of ['validate', 'lint', 'show', 'convert', 'new'])
      expect(await quizwright([command, name])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(message),
      })
  })

  it.each(['validate', 'lint', 'show'])(
    'leads %s of a zip archive to what makes a bank of it',
    async name => {
      const { exportBank } = await import('../../src/formats/index.js')
      const question = { id: 'q', type: 'true-false', stem: 'Is it?', key: true } as const
      const { content } = exportBank({ id: 'zip', title: 'Zip', questions: [question] }, 'qti')
      await writeFile(join(folder, 'zip.zip'), content)
      expect(await quizwright([name, 'zip.zip'])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(
          /^zip\.zip is a zip archive; .*quizwright convert zip\.zip --out bank\.yaml$/m,
        ),
      })
      expect(await quizwright(['convert', 'zip.zip', '--out', 'from-zip.yaml'])).toEqual({
        code: 0,
        out: 'from-zip.yaml was written.\n',
        err: '',
      })
    },
  )

  it('names what a translation lacks, and what it has too much', async () => {
    const name = await file('own.yaml', bank.replace(/\\e\[31m|\\a|\\e\]0;owned/g, ''))
    const text =
      'language: de\ntitle: Eigen\nquestions:\n  - { id: q2, stem: Ordne., items: [{ id: a, text: A }, { id: c, text: B }] }\n'
    const { code, out } = await quizwright([
      'validate',
      name,
      '--translation',
      await file('own.de.yaml', text),
    ])
    expect(code).toBe(1)
    expect(out).toMatch(
      /^own\.yaml:4:\d+: warning: Not translated yet: 'Is it so\?'.*\(questions\.0\.stem\)/m,
    )
    expect(out).toMatch(/^own\.de\.yaml:4:\d+: error: The bank has no 'c' here/m)
  })

  it('names all at once that is wrong with a translation, its language too', async () => {
    const name = await file('own.yaml', bank)
    const text = 'language: Deutsch\nquestions:\n  - stem: So?\n  - id: q9\n'
    const theirs = await file('own.de.yaml', text)
    for (const command of ['validate', 'lint']) {
      const { code, out } = await quizwright([command, name, '--translation', theirs])
      expect(code).toBe(1)
      expect(out.match(/^own\.de\.yaml:\d+/gm)).toEqual(['own.de.yaml:1', 'own.de.yaml:3', 'own.de.yaml:4'])
    }
    expect((await quizwright(['show', name, '--translation', theirs])).code).toBe(2)
  })

  it('warns of a translation’s own slips, and exits alike with and without one', async () => {
    const question =
      '{ id: q1, type: true-false, stem: So?, key: true, media: [{ type: image, src: no.svg, alt: M }] }'
    const name = await file('own.yaml', `id: own\ntitle: Own\nquestions:\n  - ${question}\n`)
    expect((await quizwright(['validate', name])).code).toBe(0)
    const german = (stem: string) =>
      file(
        'own.de.yaml',
        `language: de\ntitle: Eigen\nquestions:\n  - id: q1\n    stem: ${stem}\n    media: [{ alt: K }]\n`,
      )
    for (const command of ['validate', 'lint']) {
      const { code, out } = await quizwright([command, name, '--translation', await german('Ist es #2?')])
      expect(out).toMatch(/^own\.de\.yaml:5:\d+: warning: .*'#2\?'.* \[hidden-text\]$/m)
      expect(out).not.toContain('untranslated')
      expect(code).toBe(command === 'lint' ? 1 : 0)
    }
    const empty = await quizwright(['validate', name, '--translation', await german("''")])
    expect(empty).toMatchObject({ code: 1, out: expect.stringMatching(/\[untranslated\]/) })
  })

  it.each(['yaml', 'json'])(
    'reads standard input, where %s tells by its content what it is',
    async format => {
      const wrong = {
        id: 'one',
        title: 'One',
        questions: [{ id: 'q', type: 'true-fals', stem: 'So?', key: true }],
      }
      const text = format === 'json' ? JSON.stringify(wrong, null, 1) : stringify(wrong)
      for (const command of ['validate', 'lint'])
        expect(await quizwright([command, '-'], text)).toMatchObject({
          code: 1,
          out: expect.stringMatching(/^<stdin>:\d+:\d+: error: .*Did you mean 'true-false'/),
        })
      expect((await quizwright(['show', '-'], text)).err).toMatch(/^<stdin>:\d+:\d+: .*'true-false'/)
      expect(await quizwright(['validate', '-'], text.replace('true-fals', 'true-false'))).toMatchObject({
        code: 0,
      })
    },
  )

  it('says of another system’s questions in standard input what makes a bank of them', async () => {
    const { code, out } = await quizwright(['validate', '-'], 'Who? {=A ~B}')
    expect([code, out]).toEqual([1, expect.stringContaining('quizwright convert - --out bank.yaml')])
  })

  it('names each file that isn’t there, and still checks the others', async () => {
    const name = await file('wrong.yaml', wrong)
    const { code, out, err } = await quizwright(['validate', 'one.yaml', name, 'two.yaml'])
    expect(code).toBe(2)
    expect(out).toMatch(/^2 errors\.$/m)
    expect(err).toMatch(/'one\.yaml'.*\n.*'two\.yaml'/)
  })

  it.each(['validate', 'lint'])('takes * in names where the shell leaves it: %s', async command => {
    await file('all/b.1.yaml', wrong)
    await file('all/a.yaml', wrong)
    await file('all/b.1.yml', wrong)
    const { out } = await quizwright([command, 'all/*.yaml'])
    const files = out.split('\n').flatMap(line => /^(\S+?):\d/.exec(line)?.[1] ?? [])
    expect([...new Set(files)]).toEqual([join('all', 'a.yaml'), join('all', 'b.1.yaml')])
    const none = await quizwright([command, 'all/*.json'])
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("There is no file 'all/*.json'") })
  })

  it('gives SARIF addresses and not paths', async () => {
    const name = await file('a folder/my bank.yaml', wrong)
    const { out } = await quizwright(['validate', name, '--format', 'sarif'])
    expect(out).toContain('"uri": "a%20folder/my%20bank.yaml"')
    expect(JSON.parse(out).runs[0].columnKind).toBe('utf16CodeUnits')
  })

  it.each([
    [['validate'], /Name the files/],
    [['validate', 'nowhere.yaml'], /There is no file 'nowhere\.yaml'/],
    [['validate', 'wrong.yaml', '--format', 'xml'], /There is no format 'xml'/],
    [['validate', 'wrong.yaml', '--format', 'sarf'], /Did you mean 'sarif'\?/],
  ])('%j can’t be run', async (args, message) => {
    await file('wrong.yaml', wrong)
    expect(await quizwright(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
  })
})

describe('quizwright convert', () => {
  const gift = '::first::Is it? {T}\n\nBroken {\n\nJust to read.\n'

  it('makes a bank of another system’s file, and says what did not come over', async () => {
    const name = await file('old.gift', gift)
    const { code, out, err } = await quizwright(['convert', name])
    expect(code).toBe(1)
    expect(out).toMatch(/^id: old\ntitle: old\n/)
    expect(out).toMatch(/id: first\n {4}type: true-false\n {4}stem: Is it\?\n {4}key: true/)
    expect(err).toMatch(/^old\.gift:3: dropped: .*\[unclosed-answers\]$/m)
    expect(err).toMatch(/^old\.gift:5: dropped: .*\[unsupported-kind\]$/m)
  })

  it.each([
    ['GIFT', 'Who? {=Ada ~Bob}', 'id: imported\ntitle: Questions\n'],
    ['a bank', 'id: own\ntitle: Own\nquestions: []\n', 'id: own\ntitle: Own\n'],
    ['a bank as JSON', '{ "id": "own", "title": "Own", "questions": [] }', 'id: own\ntitle: Own\n'],
  ])('finds in standard input that it is %s', async (_, text, start) => {
    const { code, out } = await quizwright(['convert', '-'], text)
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^${start}`))])
    const name = await file('whatever.txt', text)
    expect((await quizwright(['convert', name])).code).toBe(0)
  })

  it('goes there and back', async () => {
    const name = await file('own.yaml', bank.replace(/\\e\[31m|\\a|\\e\]0;owned/g, ''))
    const there = await quizwright([
      'convert',
      name,
      '--to',
      'gift',
      '--out',
      'own.gift',
      '--report',
      'report.json',
    ])
    expect(there).toMatchObject({ code: 1, err: expect.stringMatching(/dropped 'q2'.*put in order/) })
    const back = await quizwright(['convert', 'own.gift', '--to', 'json'])
    expect(back.code).toBe(0)
    expect(JSON.parse(back.out).questions).toEqual([
      { id: 'q1', type: 'true-false', stem: 'Is it so?', key: true },
    ])
  })

  it.each([
    ['questions', /^id: old/],
    ['bank.YML', /^id: old/],
    ['bank.json', /^\{\s*"id": "old"/],
    ['quiz.gift', /^::q1::/m],
    ['quiz.md', /^## Is it so\?/m],
    ['quiz.xml', /<quiz>/],
  ])('writes %s as what its ending stands for', async (name, content) => {
    const old = await file('old.gift', '::q1::Is it so? {T}\n')
    await mkdir(join(folder, 'ending'), { recursive: true })
    expect(await quizwright(['convert', old, '--out', join('ending', name)])).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'ending', name), 'utf8')).toMatch(content)
  })

  it.each([
    ['with faults', '{ id: q1, type: truefalse, stem: Is it? }', 'gift', /There is no kind 'truefalse'/],
    ['for which there is no place', '{ id: q1, type: essay, stem: Why? }', 'aiken', /one right choice/],
  ])('writes over nothing with questions %s alone', async (_, question, format, reason) => {
    const name = await file('nothing.yaml', `id: nothing\ntitle: Nothing\nquestions:\n  - ${question}\n`)
    await file('there.txt', 'theirs')
    const args = ['convert', name, '--to', format, '--out', 'there.txt', '--report', 'nothing.json']
    const { code, out, err } = await quizwright(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(reason)
    expect(err).toMatch(/^No question came over, and nothing was written\.$/m)
    expect(await readFile(join(folder, 'there.txt'), 'utf8')).toBe('theirs')
    expect(await readFile(join(folder, 'nothing.json'), 'utf8')).toMatch(/"fate": "dropped"/)
  })

  it('loses nothing by what a bank is only warned of', async () => {
    const essay = '  - id: q1\n    type: essay\n    stem: Which is #1?\n'
    const name = await file('warned.yaml', `id: warned\ntitle: Warned\nquestions:\n${essay}`)
    const { code, out } = await quizwright(['validate', name])
    expect([code, out]).toEqual([0, expect.stringContaining('[hidden-text]')])
    expect(await quizwright(['convert', name, '--to', 'gift'])).toMatchObject({ code: 0, err: '' })
  })

  it('packs pictures for Canvas, and unpacks them', async () => {
    const picture = '{ type: image, src: pictures/map.svg, alt: A map }'
    const own = `id: own\ntitle: Own\nquestions:\n  - { id: q1, type: essay, stem: Look., media: [${picture}] }\n`
    await mkdir(join(folder, 'pictures'), { recursive: true })
    await writeFile(join(folder, 'pictures', 'map.svg'), '<svg/>')
    const name = await file('own.yaml', own)
    expect(await quizwright(['convert', name, '--to', 'qti12', '--out', 'own.zip'])).toMatchObject({
      code: 0,
      err: '',
    })
    await mkdir(join(folder, 'back'), { recursive: true })
    expect(await quizwright(['convert', 'own.zip', '--out', 'back/own.yaml'])).toMatchObject({
      code: 0,
      err: '',
    })
    expect(await readFile(join(folder, 'back', 'pictures', 'map.svg'), 'utf8')).toBe('<svg/>')
    expect(await readFile(join(folder, 'back', 'own.yaml'), 'utf8')).toMatch(/src: pictures\/map\.svg/)
  })

  it('writes over no other file', async () => {
    const { exportBank } = await import('../../src/formats/index.js')
    const packed = async (name: string, src: string, text: string) => {
      const media = [{ type: 'image', src, alt: 'A map' }] as const
      const own = { id: name, title: name, questions: [{ id: name, type: 'essay', stem: 'Look.', media }] }
      const { content } = exportBank(own as never, 'moodle-xml', [{ path: src, bytes: Buffer.from(text) }])
      return file(`${name}.xml`, String(content))
    }
    const one = await packed('one', 'map.svg', '<svg/>')
    const two = await packed('two', 'map.svg', '<svg>2</svg>')
    const itself = await packed('itself', 'itself.yaml', 'questions: []')
    const out = (name: string) => join('out', name)
    await mkdir(join(folder, 'out'), { recursive: true })
    for (const [args, message] of [
      [
        [one, two, '--out', out('both.yaml')],
        /'map\.svg' is one picture in one\.xml and another in two\.xml/,
      ],
      [[itself, '--out', out('itself.yaml')], /picture of it is called .*itself\.yaml/],
      [[one, '--out', 'nowhere/one.yaml'], /^There is no folder for nowhere/],
    ] as const) {
      expect(await quizwright(['convert', ...args])).toMatchObject({
        code: 2,
        err: expect.stringMatching(message),
      })
    }
    expect((await quizwright(['convert', one, '--out', out('one.yaml')])).code).toBe(0)
    expect((await quizwright(['convert', one, '--out', out('one.yaml')])).code).toBe(0)
    const over = await quizwright(['convert', two, '--out', out('two.yaml')])
    expect(over).toMatchObject({ code: 2, err: expect.stringMatching(/map\.svg is there already/) })
    expect(await readFile(join(folder, 'out', 'map.svg'), 'utf8')).toBe('<svg/>')
  })

  it('makes one bank of several files, in another language', async () => {
    const own = await file('own.yaml', bank.replace(/\\e\[31m|\\a|\\e\]0;owned/g, ''))
    const other = await file('other.gift', '::first::Is it? {T}\n')
    const both = await quizwright(['convert', own, other, '--to', 'json'])
    expect(both).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(both.out).questions.map(({ id }: { id: string }) => id)).toEqual([
      'own:q1',
      'own:q2',
      'other:first',
    ])
    const german = await file(
      'two.de.yaml',
      'language: de\ntitle: Eigen\nquestions: [{ id: q1, stem: Ist es so? }]\n',
    )
    const { code, out, err } = await quizwright(['convert', own, '--translation', german, '--to', 'json'])
    expect([code, JSON.parse(out).questions[0].stem]).toEqual([1, 'Ist es so?'])
    expect(err).toMatch(/changed 'q2': Not translated yet: 'Order\.'\. \[untranslated\]/)
  })

  it.each([
    [['convert'], /Name the file/],
    [
      ['convert', 'old.gift', '--out', 'a.zip'],
      /^a\.zip can be of the format qti, qti12: name one with --to/,
    ],
    [
      ['convert', 'old.gift', '--out', 'a.docx'],
      /^No format has files such as a\.docx: name one with --to\. There are: yaml, .*gift\.$/m,
    ],
    [['convert', 'old.gift', '--out', './old.gift'], /old\.gift is what is read, .*another file with --out/],
    [['convert', 'nowhere.gift'], /There is no file 'nowhere\.gift'/],
    [['convert', 'old.gift', '--to', 'word'], /There is no format 'word'.*gift/],
    [['convert', 'old.gift', '--to', 'Canvas'], /'Canvas'.* Did you mean 'qti12'\?/],
    [['convert', 'old.gift', '--from', 'moodle'], /'moodle'.* Did you mean 'moodle-xml'\?/],
    [
      ['convert', 'old.gift', '--from', 'anki'],
      /^No questions are read from 'anki'\. There are: yaml, json, /,
    ],
    [['convert', 'old.gift', '--from', 'apkg'], /^No questions are read from 'apkg'\./],
    [['convert', 'old.gift', '--from', 'md'], /^There is no format 'md'\..* Did you mean 'markdown'\?/],
    [['import', 'old.gift'], /no command 'import'.* Did you mean 'convert'\?/],
  ])('%j can’t be run', async (args, message) => {
    await file('old.gift', gift)
    expect(await quizwright(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
  })
})

describe('quizwright lint', () => {
  const cued = `id: own
title: Own
questions:
  - id: q1
    type: single-choice
    stem: Which factors raised prices?
    choices:
      - { id: a, text: Drought, feedback: It did. }
      - { id: b, text: War, feedback: It did. }
      - { id: c, text: All of the above, feedback: They did. }
    key: c
`

  it('names what gives a key away, with its place', async () => {
    const name = await file('cued.yaml', cued)
    const { code, out } = await quizwright(['lint', name])
    expect(code).toBe(1)
    expect(out).toMatch(/^cued\.yaml:8:7: warning: .*\(questions\.0\.choices\) \[all-of-the-above\]$/m)
  })

  it('tells places in the file, also behind a question with an error', async () => {
    const name = await file(
      'behind.yaml',
      cued.replace('questions:', 'questions:\n  - { id: q0, type: essay }'),
    )
    const { out } = await quizwright(['lint', name])
    expect(out).toMatch(/^behind\.yaml:9:7: warning: .*\(questions\.1\.choices\) \[all-of-the-above\]$/m)
  })

  it('says in SARIF what each rule is about', async () => {
    const name = await file('cued.yaml', cued)
    const { out } = await quizwright(['lint', join(folder, name), '--format', 'sarif'])
    const [{ tool, results }] = JSON.parse(out).runs
    expect(tool.driver.rules[results[0].ruleIndex].help.markdown).toContain('quizwright lint --explain')
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(name)
  })

  it('leaves out what it is told to, and what has a reason', async () => {
    const name = await file('cued.yaml', cued)
    expect(await quizwright(['lint', name, '--off', 'all-of-the-above'])).toMatchObject({ code: 0 })
    const excused = await file('excused.yaml', `${cued}    lint: { all-of-the-above: It is a quotation. }\n`)
    expect(await quizwright(['lint', excused])).toMatchObject({ code: 0 })
  })

  it('looks at a bank in another language, and tells places where the texts stand', async () => {
    const name = await file('cued.yaml', cued)
    const german = (key: string) => `language: de
title: Eigen
questions:
  - id: q1
    stem: Wodurch stiegen die Preise?
    choices:
      - { id: c, text: ${key}, feedback: So ist es. }
      - { id: b, text: Krieg, feedback: Auch. }
`
    const theirs = await file('cued.de.yaml', german('Alle genannten'))
    const { code, out } = await quizwright(['lint', name, '--translation', theirs])
    expect(code).toBe(1)
    expect(out).toMatch(/^cued\.yaml:8:\d+: warning: Not translated yet: 'Drought'/m)
    expect(out).toMatch(
      /^cued\.de\.yaml:7:7: warning: 'Alle genannten' .*\(questions\.0\.choices\) \[all-of-the-above\]$/m,
    )
    expect(out).toMatch(/^cued\.yaml:4:5: info: .*\(questions\.0\.solution\) \[missing-rationale\]$/m)
    const mended = await file('mended.de.yaml', german('Zölle'))
    expect((await quizwright(['lint', name, '--translation', mended])).out).not.toContain('all-of-the-above')
    expect(await quizwright(['lint', name, name, '--translation', theirs])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/of one bank: quizwright lint /),
    })
  })

  it('goes by all files as one bank, and tells what it finds in each, unless they can’t be one', async () => {
    const bankOf = (id: string, rest: string) => `id: ${id}
title: ${id}
lint: { missing-feedback: Later., missing-rationale: Later. }
${rest}`
    const asked = (id: string) => `  - id: ${id}
    type: true-false
    stem: The Rhine flows through Cologne, north of Bonn and south of Düsseldorf.
    key: true
`
    const one = await file('one.yaml', bankOf('one', `questions:\n  - { id: q0 }\n${asked('q1')}`))
    const two = await file('two.yaml', bankOf('two', `questions:\n${asked('q1')}`))
    const apart = await quizwright(['lint', one, two, '--rule', 'duplicate-stem'])
    expect(apart.out).not.toContain('[duplicate-stem]')
    const whole = await quizwright(['lint', one, two, '--together'])
    expect(whole.out.split('\n').slice(1)).toEqual([
      expect.stringMatching(
        /^two\.yaml:5:9: info: The id 'q1' stands in one\.yaml:6:9, too\. .*\[repeated-id\]$/,
      ),
      expect.stringMatching(
        /^two\.yaml:7:11: warning: .*'one:q1'.* \(questions\.0\.stem\) \[duplicate-stem\]$/,
      ),
      '1 error, 1 warning, 1 info.',
      '',
    ])
    const same = await file('same.yaml', bankOf('one', `text: plain\nquestions:\n${asked('q2')}`))
    for (const command of ['validate', 'lint'])
      expect((await quizwright([command, one, same, '--together'])).out).toMatch(
        /^same\.yaml:1:5: error: The id 'one' .* one\.yaml .*\[repeated-id\]\nsame\.yaml:4:7: error: .*\[mixed-text\]$/m,
      )
  })

  it.each<[string, readonly string[], readonly string[], string | null]>([
    ['differ', ['6', '9'], [], 'grade-0.yaml: 6, grade-1.yaml: 9'],
    ['are not in all', ['', '9'], ['--rule', 'reading-level'], 'grade-0.yaml: none, grade-1.yaml: 9'],
    ['are the same', ['9', '9'], [], null],
    ['are in none', ['', ''], [], null],
    ['are named for all', ['6', '9'], ['--grade', '9'], null],
    ['are not asked for', ['6', '9'], ['--off', 'reading-level'], null],
    ['are not asked for beside another rule', ['6', '9'], ['--rule', 'key-longest'], null],
  ])('says that no text is held to a grade where the grades %s', async (_, grades, options, told) => {
    const names = await Promise.all(
      grades.map((grade, at) =>
        file(
          `grade-${at}.yaml`,
          `id: grade-${at}\ntitle: T\n${grade && `readability: { grade: ${grade} }\n`}questions:
  - { id: q${at}, type: true-false, stem: 'Is it ${at}?', key: true, solution: It is., feedback: { general: So. } }
`,
        ),
      ),
    )
    const { out } = await quizwright(['lint', ...names, '--together', ...options])
    const line =
      /^(grade-\d\.yaml:3:\d+): info: .*\((.*)\): as one, .*reading-level.*--grade.*\[mixed-grades\]$/m
    expect(line.exec(out)?.[2] ?? null).toBe(told)
  })

  it('tells what a translation lacks of several files, each in its place, also behind a question with an error', async () => {
    const one = await file('first.yaml', bank.replace('questions:', 'questions:\n  - { id: q0 }'))
    const two = await file('second.yaml', bank.replace('id: own', 'id: second'))
    const theirs = await file('both.de.yaml', 'language: de\ntitle: Beide\nquestions: []\n')
    const { out } = await quizwright(['validate', one, two, '--together', '--translation', theirs])
    expect(out).toMatch(/^first\.yaml:5:39: warning: Not translated yet: 'Is it so/m)
    expect(out).toMatch(/^second\.yaml:4:39: warning: Not translated yet: 'Is it so/m)
    const alone = await quizwright(['validate', one, '--translation', theirs])
    expect(alone.out).toMatch(/^first\.yaml:5:39: warning: Not translated yet: 'Is it so/m)
  })

  it('explains a rule', async () => {
    const { code, out } = await quizwright(['lint', '--explain', 'all-of-the-above'])
    expect(code).toBe(0)
    expect(out).toMatch(/bad:\n {2}Which factors raised prices\?[\s\S]*\* All of the above[\s\S]*better:/)
  })

  it('names the questions whose paragraph has changed', async () => {
    const sha256 = createHash('sha256').update('One.').digest('hex')
    const sums = `paragraphs:\n  - { number: 1, sha256: ${sha256} }\n  - { number: 2, sha256: ${sha256} }\n`
    const name = await file(
      'stale.yaml',
      `${cued}    source: { paragraphs: [2] }\nsources: [{ id: article, title: An article }]\n`,
    )
    await file('article.txt', 'One.\nTwo.\n')
    await file('sums.yaml', sums)
    const { out } = await quizwright(['lint', name, '--source', 'article.txt', '--checksums', 'sums.yaml'])
    expect(out).toMatch(/error: Paragraph 2 is no longer.*\[stale-source\]/)
    expect(await quizwright(['lint', name, '--checksums', 'sums.yaml'])).toMatchObject({ code: 2 })
  })

  it('wants a number for a grade', async () => {
    const name = await file('cued.yaml', cued)
    expect(await quizwright(['lint', name, '--grade', 'nine'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("'nine'"),
    })
  })

  it('goes by one rule alone, or gives it another weight', async () => {
    const name = await file('cued.yaml', cued)
    expect(await quizwright(['lint', name, '--rule', 'negative-stem'])).toMatchObject({ code: 0 })
    const { out, code } = await quizwright(['lint', name, '--rule', 'all-of-the-above=info'])
    expect(code).toBe(0)
    expect(out).toMatch(/info: .*\[all-of-the-above\]/)
    expect(await quizwright(['lint', name, '--rule', 'all-of-the-above=eror'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Did you mean 'error'"),
    })
  })

  it('can’t leave out what there isn’t', async () => {
    const name = await file('cued.yaml', cued)
    expect(await quizwright(['lint', name, '--off', 'longest'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/There is no rule 'longest'/),
    })
  })
})

describe('quizwright new', () => {
  it('starts a bank in a file that is empty', async () => {
    const name = await file('blank.yaml', '\n')
    const args = ['new', name, '--type', 'true-false', '--stem', 'So?', '--key', 'true', '--title', 'Blank']
    expect(await quizwright(args)).toMatchObject({ code: 0 })
    expect(await quizwright(['validate', name])).toMatchObject({ code: 0 })
  })

  it.each(['beside.yaml', 'in a folder/deep/bank.yaml', 'in a folder/bank.json'])(
    'leads editors from %s to the schema of the package that is installed where it runs',
    async name => {
      await file(name, '')
      const args = ['new', name, '--type', 'true-false', '--stem', 'So?', '--key', 'true', '--title', 'Led']
      expect(await quizwright(args)).toMatchObject({ code: 0 })
      const text = await readFile(join(folder, name), 'utf8')
      const path = /\$schema(?:=|": ")(\.[^"\n]+)/.exec(text)?.[1] ?? ''
      expect(join(dirname(name), path)).toBe('node_modules/quizwright/dist/questions/bank.schema.json')
    },
  )

  it('starts a bank and adds a question of each kind to it, and all of it is right', async () => {
    for (const [index, type] of kinds.entries()) {
      const args = ['new', 'fresh.yaml', '--type', type, '--stem', `Which, ${type}?`, '--title', 'Fresh']
      expect(await quizwright(args)).toMatchObject({
        code: 0,
        out: expect.stringContaining(`'q${index + 1}'`),
      })
    }
    expect(await quizwright(['validate', 'fresh.yaml'])).toMatchObject({ code: 0 })
    const shown = JSON.parse((await quizwright(['show', 'fresh.yaml', '--json'])).out)
    expect(shown.questions.map(({ type }: { type: string }) => type)).toEqual(kinds)
  })

  it.each<[string, readonly string[], object]>([
    [
      'single-choice',
      ['--choice', 'Riga', '--choice', '*Vilnius'],
      { choices: [{ text: 'Riga' }, { text: 'Vilnius' }], key: 'b' },
    ],
    [
      'multiple-response',
      ['--choice', '*Riga', '--choice', '\\*', '--choice', '*B'],
      { choices: [{ text: 'Riga' }, { text: '*' }, {}], key: ['a', 'c'] },
    ],
    [
      'true-false',
      ['--key', 'false', '--choice-feedback', 'No.', '--choice-feedback', 'Yes.'],
      { key: false, choiceFeedback: { true: 'No.', false: 'Yes.' } },
    ],
    ['short-answer', ['--answer', 'Riga', '--answer', 'Rīga'], { key: [{ text: 'Riga' }, { text: 'Rīga' }] }],
    [
      'numeric',
      ['--answer', '4.5', '--answer', '5 to 6', '--tolerance', '0.1', '--unit', 'km'],
      {
        key: [
          { value: 4.5, tolerance: 0.1 },
          { min: 5, max: 6 },
        ],
        units: [{ unit: 'km' }],
      },
    ],
    [
      'ordering',
      ['--choice', 'Elbe', '--choice', 'Rhine'],
      { items: [{ text: 'Elbe' }, { text: 'Rhine' }], key: ['a', 'b'] },
    ],
    [
      'matching',
      ['--pair', 'Riga = Latvia', '--pair', 'Cēsis=Latvia', '--choice', 'Estonia'],
      { choices: [{ text: 'Latvia' }, { text: 'Estonia' }], key: { p1: 'a', p2: 'a' } },
    ],
    [
      'categorization',
      ['--category', 'North', '--category', 'South', '--pair', 'Oslo = North', '--pair', 'Moon ='],
      { categories: [{}, {}], key: { a: 'p1' } },
    ],
    [
      'cloze',
      ['--text', 'In {{Riga|Oslo}}, {{2006}}'],
      { text: 'In {{g1}}, {{g2}}', gaps: [{ type: 'choice', key: 'c1' }, { type: 'numeric' }] },
    ],
    ['hot-text', ['--text', '{{*Riga}} or {{Oslo}}'], { text: '{{m1|Riga}} or {{m2|Oslo}}', key: ['m1'] }],
    [
      'essay',
      ['--words', '20-60', '--criterion', 'Names it = 2'],
      { words: { min: 20, max: 60 }, rubric: [{ text: 'Names it', points: 2 }] },
    ],
  ])(
    'makes a whole question of the kind %s by arguments, in YAML and in JSON',
    async (type, args, wanted) => {
      const said = {
        hints: [{ text: 'Look.', cost: 0.1 }],
        feedback: { incorrect: 'Again.' },
        solution: 'So.',
        tags: ['t'],
        level: 'apply',
        points: 2,
      }
      const common = [
        '--hint',
        'Look.',
        '--hint-cost',
        '0.1',
        '--incorrect',
        'Again.',
        '--solution',
        'So.',
        '--tag',
        't',
        '--level',
        'apply',
        '--points',
        '2',
      ]
      for (const name of [`made-${type}.yaml`, `made-${type}.json`]) {
        const made = await quizwright([
          'new',
          name,
          '--title',
          'Made',
          '--type',
          type,
          '--stem',
          'Where?',
          ...args,
          ...common,
        ])
        expect(made).toMatchObject({ code: 0, err: '', out: expect.stringContaining('quizwright play') })
        const { bank, issues } = parseBank(await readFile(join(folder, name), 'utf8'))
        expect(issues).toEqual([])
        expect(bank?.questions).toMatchObject([{ type, ...wanted, ...said }])
      }
    },
  )

  it.each(['yaml', 'json'])('takes texts of several lines, in %s', async ending => {
    const name = `lines.${ending}`
    const [stem, text, hint] = ['Read:\n\n- one\n- two', 'In {{Riga}},\r\nnot in {{Oslo}}.', 'Look\nagain.']
    const args = ['new', name, '--title', 'Lines', '--type', 'cloze', '--stem', stem, '--text', text]
    expect(await quizwright([...args, '--hint', hint])).toMatchObject({ code: 0, err: '' })
    const written = await readFile(join(folder, name), 'utf8')
    if (ending === 'yaml') expect(written).toMatch(/stem: \|-\n {6}Read:\n\n {6}- one\n {6}- two\n/)
    expect(parseBank(written)).toMatchObject({
      issues: [],
      bank: { questions: [{ stem, text: 'In {{g1}},\nnot in {{g2}}.', hints: [{ text: hint }] }] },
    })
  })

  it('shows of each kind in its help what makes a whole question', async () => {
    const { out } = await quizwright(['new', '--help'])
    const shown = [...out.matchAll(/^ {2}([a-z, -]+?)(?::.*)?\n {8}(--[^\\\n]*(?:\\\n.*)?)$/gm)].flatMap(
      ([, types = '', args = '']) => types.split(', ').map(type => ({ type, args })),
    )
    expect(shown.map(({ type }) => type)).toEqual(kinds)
    for (const { type, args } of shown) {
      const words = [...args.replace('\\\n', '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      )
      const made = await quizwright([
        'new',
        'helped.yaml',
        '--title',
        'Helped',
        '--type',
        type,
        '--stem',
        'Which?',
        ...words,
      ])
      expect(made).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Try it') })
    }
  })

  it('leaves what is in the file as it stands', async () => {
    const written =
      "# Ours.\nid: kept\ntitle:   'Kept'   # a note\nquestions:\n    # the first\n    - {id: q1, type: true-false, stem: 'Is it?',   key: true}\n    # the last\n\nlanguage: en # after it\n"
    await file('kept.yaml', written)
    expect(await quizwright(['new', 'kept.yaml', '--type', 'essay', '--stem', 'Why?'])).toMatchObject({
      code: 0,
    })
    const now = await readFile(join(folder, 'kept.yaml'), 'utf8')
    for (const line of written.split('\n').filter(one => one.trim() !== '')) expect(now).toContain(line)
    expect(await quizwright(['validate', 'kept.yaml'])).toMatchObject({ code: 0 })
  })

  const add = (type: string, ...more: readonly string[]) => [
    'new',
    'other.yaml',
    '--title',
    'A',
    '--type',
    type,
    '--stem',
    'Who?',
    ...more,
  ]

  it.each([
    [['new'], /Name the file/],
    [['new', 'a'], /name it a\.yaml\.$/m],
    [['new', 'a.txt'], /YAML or JSON file; name it a\.yaml\.$/m],
    [
      ['new', 'nowhere/a.yaml', '--title', 'A', '--type', 'essay', '--stem', 'Who?'],
      /no folder 'nowhere': make it/,
    ],
    [add('numeric', '--answer', '45 to 40'), /the lower one first/],
    [
      ['new', 'other.yaml', '--title', 'A', '--type', 'esay', '--stem', 'Who?'],
      /no 'esay'. Did you mean 'essay'/,
    ],
    [
      ['new', 'other.yaml', '--title', 'A', '--type', 'multiple-choice', '--stem', 'Who?'],
      /Did you mean 'single-choice'/,
    ],
    [['new', 'other.yaml', '--title', 'A', '--stem', 'Who?'], /Without a terminal, give --type/],
    [['new', 'other.yaml', '--type', 'essay', '--stem', 'Who?'], /Without a terminal, give --title/],
    [
      [
        'new',
        'other.yaml',
        '--title',
        'A',
        '--language',
        'english, mostly',
        '--type',
        'essay',
        '--stem',
        'Who?',
      ],
      /no language tag/,
    ],
    [add('single-choice', '--choice', 'Riga', '--choice', 'Oslo'), /put \* before what is right/],
    [add('single-choice', '--choice', '*Riga'), /2 are needed/],
    [add('single-choice', '--choice', '*Riga', '--choice', '*Riga'), /'\*Riga' already/],
    [add('matching', '--pair', 'Riga', '--pair', 'Oslo'), /Write 'Riga = …'/],
    [
      add('categorization', '--category', 'North', '--category', 'South', '--pair', 'Oslo = Norht'),
      /no 'Norht'. Did you mean 'North'/,
    ],
    [add('numeric', '--answer', '3,5'), /'3,5' is no number/],
    [add('cloze', '--text', 'In {{Riga'), /braces are not closed/],
    [add('hot-text', '--text', '{{Riga}} {{Oslo}}'), /Put \* before what is right/],
    [add('essay', '--words', '60-20'), /^--words: '60-20' is no range of words: .*50-150/],
    [add('essay', '--words', '0-20'), /^--words: '0-20'/],
    [add('essay', '--words', 'some'), /50-150/],
    [add('essay', '--criterion', 'Names it = 2000000'), /points.*\nNothing was written/],
    [add('essay', '--choice', 'Riga'), /--choice has nothing to do here/],
    [add('essay', '--objective', 'nothing'), /There is no 'nothing'\. There is none yet\./],
    [add('essay', '--difficulty', 'esy'), /Did you mean 'easy'/],
    [add('essay', '--image', 'a.png'), /--alt/],
    [add('essay', '--id', 'a b'), /'a b' can't be an id: write letters from A to Z/],
  ])('%j can’t be done', async (args, message) => {
    expect(await quizwright(args)).toMatchObject({ code: 2, err: expect.stringMatching(message) })
  })
})

describe('quizwright review', () => {
  const day = 86_400_000

  it('asks what is new, keeps how it went, and says when it comes again', async () => {
    const name = await file('own.yaml', bank.replace(/\\e\[31m|\\a|\\e\]0;owned/g, ''))
    const before = await quizwright(['review', name, '--json'])
    expect(JSON.parse(before.out)).toMatchObject({ due: [], fresh: ['q1', 'q2'] })
    await file('answers.json', '{ "q1": true, "q2": ["a", "b"] }')
    const round = await quizwright(['review', name, '--answers', 'answers.json', '--json'])
    expect(round).toMatchObject({ code: 0, err: '' })
    const { reviewed, forecast } = JSON.parse(round.out)
    expect(reviewed).toMatchObject([
      { question: 'q1', rating: 'Good' },
      { question: 'q2', rating: 'Again' },
    ])
    expect(Date.parse(reviewed[1].due) - Date.now()).toBeLessThan(2 * day)
    expect(forecast).toHaveLength(7)
    const after = await quizwright(['review', name, '--json'])
    expect(JSON.parse(after.out)).toMatchObject({ due: [], fresh: [] })
    expect((await quizwright(['review', name, '--answers', 'answers.json'])).out).toMatch(
      /^Nothing is due today/,
    )
  })

  it('is looked ahead at by progress, beside the modules', async () => {
    const { out } = await quizwright(['progress', '--json'])
    const { modules, reviews } = JSON.parse(out)
    expect(modules).toContainEqual(expect.objectContaining({ completed: false }))
    const own = reviews.find(({ title }: { title: string }) => title.startsWith('Own'))
    const due = own.forecast.map((day: { due: number }) => day.due)
    expect([due[0], due.reduce((sum: number, one: number) => sum + one, 0)]).toEqual([0, 2])
    expect((await quizwright(['progress'])).out).toMatch(/Own[^\n]*\nComing up\n\w{3} \d\d \w{3}/)
  })

  it('takes all bundled banks together where none is named, and so many new ones as are asked for', async () => {
    const { out } = await quizwright(['review', '--json', '--new', '3'])
    expect(JSON.parse(out).fresh).toEqual([
      expect.stringMatching(/^\w+:/),
      expect.stringMatching(/^\w+:/),
      expect.stringMatching(/^\w+:/),
    ])
  })

  it('leaves what it can’t read as it is, and lets one run at a time have it', async () => {
    const name = await file(
      'other.yaml',
      bank.replace('id: own', 'id: other').replace(/\\e\[31m|\\a|\\e\]0;owned/g, ''),
    )
    await file('quizwright/reviews/other.json', '{ "version": 9 }')
    await file('answers.json', '{ "q1": true }')
    const damaged = await quizwright(['review', name, '--answers', 'answers.json'])
    expect(damaged).toMatchObject({
      code: 2,
      err: expect.stringMatching(/other\.json can't be read: it is of version 9.* It was left as it is/),
    })
    expect(await readFile(join(folder, 'quizwright/reviews/other.json'), 'utf8')).toBe('{ "version": 9 }')
    const looked = await quizwright(['progress'])
    expect(looked).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Coming up/),
      err: expect.stringMatching(/other\.json can't be read: it is of version 9.*move it away/),
    })
    expect(JSON.parse((await quizwright(['progress', '--json'])).out)).toMatchObject({
      reviews: [{ bank: 'own' }],
      problems: [expect.stringContaining('other.json')],
    })
    await rm(join(folder, 'quizwright/reviews/other.json'))
    await file('quizwright/reviews/own.json.lock', String(process.pid))
    const own = await file('own.yaml', bank.replace(/\\e\[31m|\\a|\\e\]0;owned/g, ''))
    const second = await quizwright(['review', own, '--answers', 'answers.json'])
    expect(second).toMatchObject({ code: 2, err: expect.stringMatching(/Another run/) })
  })

  it.each([
    [['review', 'positions'], /needs a terminal.*--answers/],
    [['review', 'positions', '--json', '--new', 'many'], /--new takes a number/],
  ])('%j can’t be run', async (args, message) => {
    expect(await quizwright(args)).toMatchObject({ code: 2, err: expect.stringMatching(message) })
  })
})

describe('quizwright learn and progress, without a terminal', () => {
  const example = (name: string) =>
    readFile(new URL(`../../docs/examples/${name}`, import.meta.url), 'utf8').then(text => file(name, text))
  beforeAll(async () => {
    await example('rivers.yaml')
    await example('rivers-module.yaml')
  })
  const right = {
    'rivers/longer': 'danube',
    'rivers/rhine-mouth': 'north',
    'rivers/sea': 'Black Sea',
    'rivers/rhine-length': 'a',
    'rivers/danube-length': 'b',
    'rivers/shorter': true,
    'rivers/how-much': 1600,
    'rivers/rhine-source': 'alps',
    'rivers/danube-source': 'forest',
    'rivers/danube-mouth': 'black',
  }
  const learn = (answers: object, ...more: readonly string[]) =>
    quizwright(['learn', 'rivers-module.yaml', '--answers', '-', ...more], JSON.stringify(answers))

  it('walks the module as far as the answers lead, keeps that, and goes on from there', async () => {
    const begun = await quizwright(['progress', 'rivers-module.yaml', '--json'])
    expect(JSON.parse(begun.out).modules).toMatchObject([
      { module: 'rivers-of-europe', lessons: [{ status: 'open' }, {}] },
    ])

    const first = await learn({}, '--json', '--seed', '3')
    expect(JSON.parse(first.out)).toMatchObject({
      completed: false,
      preTest: 0,
      postTest: 0,
      gain: { plain: 0 },
    })
    await quizwright(['review', 'rivers.yaml', '--answers', '-'], JSON.stringify({ longer: 'danube' }))
    const shown = await quizwright(['progress'])
    expect(shown.out).toMatch(/Two rivers of Europe\nComing up\n(\w{3} .*\n){7}/)
    expect(shown.out).toMatch(/1\. How long they are \(done, 3 min\)/)
    expect(shown.out).toMatch(/Post-test \[-{20}\] 0 %, 80 % to pass/)

    const fresh = await learn(right, '--json', '--again', '--seed', '3')
    expect(JSON.parse(fresh.out)).toMatchObject({
      completed: true,
      passed: true,
      preTest: 1,
      postTest: 1,
      lessonsDone: ['lengths', 'courses'],
    })
    const file = join(folder, 'quizwright/modules/rivers-of-europe.json')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      version: 1,
      title: 'Two rivers of Europe',
    })
    expect(JSON.parse(await readFile(`${file}.old`, 'utf8'))).toMatchObject({ version: 1 })
  })

  it('says what is wrong, and leaves what it can’t go on with', async () => {
    const unknown = await learn({ 'rivers/longr': 'danube' })
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean 'rivers/longer'?") })
    expect((await quizwright(['learn'])).err).toContain('needs a terminal')
    expect((await quizwright(['learn', '--json'])).err).toContain('--json goes with --answers')
    expect((await quizwright(['progress', 'no-such-module'])).err).toContain(
      'neither a bundled module nor a file',
    )

    expect(await quizwright(['validate', 'rivers-module.yaml', 'rivers.yaml'])).toMatchObject({ code: 0 })
    const good = await readFile(join(folder, 'rivers-module.yaml'), 'utf8')
    await file('broken-module.yaml', good.replace('[¶1,2]', '[¶1,9]'))
    for (const command of ['validate', 'lint'])
      expect(await quizwright([command, 'broken-module.yaml'])).toMatchObject({
        code: 1,
        out: expect.stringMatching(
          /^broken-module\.yaml:33:7: error: There is no paragraph 9.*\(lessons\.0\.body\)/,
        ),
      })
    await file('lakes-module.yaml', good.replace('banks: [rivers]', 'banks: [rivers, lakes]'))
    expect(await quizwright(['validate', 'lakes-module.yaml'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^lakes-module\.yaml:12:17: error: .* no file 'lakes\.yaml', .*\[unread-bank\]/,
      ),
    })
    expect((await quizwright(['play', 'rivers-module.yaml', '--answers', '-'], '{}')).err).toContain(
      'is a module, and no bank: quizwright learn rivers-module.yaml',
    )
    expect((await quizwright(['learn', 'rivers.yaml', '--answers', '-'], '{}')).err).toContain(
      'is a bank, and no module: quizwright play rivers.yaml',
    )
    const { code, err } = await quizwright(['progress', 'broken-module.yaml'])
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^broken-module\.yaml:\d+:\d+: There is no paragraph 9/),
    })

    const stored = join(folder, 'quizwright/modules/rivers-of-europe.json')
    const kept = JSON.parse(await readFile(stored, 'utf8'))
    await writeFile(stored, JSON.stringify({ ...kept, module: { ...kept.module, seed: null } }))
    const refused = await learn(right)
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('With --again you start afresh') })
    expect(await quizwright(['progress'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Coming up'),
      err: expect.stringMatching(/What was done of “Two rivers of Europe” can't be shown.*--again/),
    })
    await writeFile(stored, '{"version":1,')
    const damaged = await learn(right)
    expect(damaged).toMatchObject({
      code: 2,
      err: expect.stringMatching(/europe\.json can't be read.*--again/s),
    })
    expect(await readFile(stored, 'utf8')).toBe('{"version":1,')
    expect((await learn(right, '--again')).code).toBe(0)
    expect(await readFile(`${stored}.old2`, 'utf8')).toBe('{"version":1,')
    await writeFile(`${stored}.lock`, String(process.pid))
    expect((await learn(right, '--again')).err).toContain('Another run')
  })
})
