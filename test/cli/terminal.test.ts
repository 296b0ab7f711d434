import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { moodleCertainty } from '../../src/index.js'
import { type AtTerminal, keys, startAtTerminal, type TerminalOptions } from './at-terminal.js'

const { up, down, left, right, enter, space, tab, escape: esc, interrupt } = keys
const open: AtTerminal[] = []

async function play(options: TerminalOptions = {}): Promise<AtTerminal> {
  const terminal = await startAtTerminal({ rules: 'practice', seed: 7, ...options })
  open.push(terminal)
  return terminal
}

/** Practice that keeps the choices as they are written. */
const inOrder = { preset: 'practice', shuffleChoices: false } as const

afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close()
})

describe('Each kind, answered by keys', () => {
  const words = Array.from({ length: 52 }, (_, index) => `word${index}`).join(' ')

  it.each<[string, string, readonly string[]]>([
    ['single-choice', 'us-stance', [down, enter]],
    ['single-choice, by number', 'us-stance', ['2', enter]],
    ['multiple-response', 'offer-to-kyiv', [down, space, down, down, space, enter]],
    ['true-false', 'shared-limit', [down, enter]],
    ['short-answer', 'whose-guarantees', ['Polanf', '\u007f', 'd', enter]],
    ['numeric', 'capital-for-country', ['2', enter]],
    ['matching', 'who-asked-what', ['4', '2', '5', '3', enter]],
    ['categorization', 'two-camps', ['2', down, '3', '3', '2', down, right, down, '1', enter]],
    ['cloze', 'visit-and-conditions', ['3', enter, '3', enter, '2', enter, '1', enter]],
    ['hot-text', 'second-paragraph', [left, left, left, space, left, left, space, left, left, space, enter]],
  ])('%s', async (_, id, presses) => {
    const terminal = await play({ ask: [id], rules: inOrder })
    await terminal.see('Question 1 of 1')
    await terminal.seeLast('menu')
    terminal.type(...presses)
    await terminal.see('✔  Correct')
    terminal.type(enter)
    await terminal.see('Before you hand in')
    await terminal.seeLast('Hand in')
    terminal.type(enter)
    await terminal.see('1 of 1 point (100 %)')
    await terminal.seeLast('● Quit')
    terminal.type(enter)
    expect(await terminal.ended()).toBe(0)
  })

  it('ordering, carrying items to their places', async () => {
    const terminal = await play({ ask: ['order-of-telling'], rules: inOrder })
    await terminal.seeLast('menu')
    // The order is drawn: each item is fetched to the end of those in place, by what the screen shows.
    const wanted = [
      'That Kyiv had no timeline',
      'What Poland and others would offer',
      "Duda's view",
      "Zelensky's condition",
      "Stoltenberg's conditions",
    ]
    for (const [place, text] of wanted.entries()) {
      const row = new RegExp(`(\\d)\\. ${text}`)
      const now = Number(row.exec(terminal.screen())?.[1])
      terminal.type(String(now), space, String(place + 1), space)
      await terminal.see(new RegExp(`${place + 1}\\. ${text}`))
    }
    terminal.type(enter)
    await terminal.see('✔  Correct')
  })

  it('essay, several lines, refused while it is too short', async () => {
    const terminal = await play({ ask: ['backing-with-limits'] })
    await terminal.seeLast('hand in')
    terminal.type('Two words', tab)
    await terminal.see('That is too short')
    terminal.type(enter, words)
    await terminal.see('54 words so far')
    terminal.type(tab)
    await terminal.see('To be marked')
  })
})

describe('What is pasted', () => {
  it('is text where one is typed, and hands nothing in', async () => {
    const terminal = await play({ ask: ['backing-with-limits'] })
    await terminal.seeLast('hand in')
    terminal.paste('Two\twords\nand more')
    await terminal.see('4 words so far')
    expect(terminal.screen()).not.toContain('too short')
    terminal.type(tab)
    await terminal.see('That is too short')
  })

  it('presses no keys where a choice is picked', async () => {
    const terminal = await play({ ask: ['us-stance'], rules: inOrder })
    await terminal.seeLast('h hint')
    terminal.paste('hint, skip\n')
    terminal.type('2', enter)
    await terminal.see('✔  Correct')
    expect(terminal.screen()).not.toContain('Paragraph 1 names two sides.')
  })
})

describe('On the way', () => {
  it('lets the bank and the preset be chosen', async () => {
    const terminal = await startAtTerminal({ choose: true, ask: ['us-stance'] })
    open.push(terminal)
    await terminal.see('Which bank?')
    terminal.type(enter)
    await terminal.see('How would you like to play?')
    terminal.type(enter)
    await terminal.see('Question 1 of 1')
    await terminal.see('practice')
  })

  it('gives hints, names wrong choices, and lets the learner try again', async () => {
    const terminal = await play({ ask: ['us-stance'], rules: inOrder })
    await terminal.seeLast('h hint')
    terminal.type('h')
    await terminal.see('Paragraph 1 names two sides.')
    terminal.type('1', enter)
    await terminal.see('✘  Not right')
    await terminal.see('The report has the US on the other side.')
    terminal.type(enter)
    await terminal.see('try 2 of 3')
    terminal.type('2', enter)
    await terminal.see('✔  Correct · 0.67 of 1 point')
    terminal.type('w')
    await terminal.see('Why 0.67 of 1?')
  })

  it('shows all that can be done, behind Esc, where letters are text too', async () => {
    const terminal = await play({ ask: ['whose-guarantees'] })
    await terminal.seeLast('esc')
    terminal.type('hf', esc)
    await terminal.see('Take a hint (1 left)')
    terminal.type('h')
    await terminal.see('The president’s first name is Andrzej.'.replace('’', "'"))
    await terminal.see('❯ hf')
    // Alt and the letter is the same at once.
    terminal.type(`${esc}f`)
    await terminal.seeLast('⚑ flagged')
  })

  it('flags, skips, goes back and to any question, and tells at the end what is open', async () => {
    const terminal = await play({ ask: ['us-stance', 'reason-to-resist', 'shared-limit'] })
    await terminal.see('Question 1 of 3')
    terminal.type('f')
    await terminal.seeLast('⚑ flagged')
    terminal.type('s')
    await terminal.see('Question 2 of 3')
    terminal.type('b')
    await terminal.see(/Question 1 of 3[\s\S]*Question 2 of 3[\s\S]*Question 1 of 3/)
    terminal.type('o')
    await terminal.see('Go to question')
    await terminal.seeLast('3. · (not seen yet)')
    await terminal.seeLast('1. · ⚑')
    terminal.type(down, down, enter)
    await terminal.see('Question 3 of 3')
    terminal.type('e')
    await terminal.see('0 of 3 questions answered')
    await terminal.see('Open: 1, 2, 3')
    await terminal.see('Flagged: 1')
  })

  it('shows the solution instead, which then earns nothing', async () => {
    const terminal = await play({ ask: ['us-stance'] })
    await terminal.seeLast('menu')
    terminal.type('v')
    await terminal.see('Right Resisting some of its allies')
    await terminal.see('0 of 1 point')
  })

  it('pauses', async () => {
    const terminal = await play({ ask: ['us-stance'] })
    await terminal.seeLast('menu')
    terminal.type('p')
    await terminal.see('The time stands still.')
    await terminal.seeLast('Go on')
    terminal.type(enter)
    await terminal.seeLast('hand in')
  })

  it('counts the time down, and ends the question with it', async () => {
    const rules = { preset: 'practice', questionTimeLimit: 1, questionTimeUp: 'submit' } as const
    const terminal = await play({ ask: ['us-stance', 'shared-limit'], rules })
    await terminal.seeLast('left for this question')
    await terminal.see('Time is up here.')
    await terminal.seeLast('enter next')
    terminal.type(enter)
    await terminal.see('Question 2 of 2')
  })

  it('ends the quiz with its time, whatever is on screen', async () => {
    const rules = { preset: 'exam', timeLimit: 1 } as const
    const terminal = await play({ ask: ['us-stance', 'shared-limit'], rules })
    await terminal.see('Question 1 of 2')
    terminal.type('o')
    await terminal.see('Go to question')
    await terminal.see('Time is up. What you gave until now was handed in.')
    await terminal.see('0 of 2 points')
  })
})

describe('Leaving and coming back', () => {
  const ask = ['us-stance', 'list-not-closed', 'reason-to-resist']

  it('asks on Ctrl+C, saves, and offers to go on', async () => {
    const first = await play({ ask, rules: inOrder })
    await first.seeLast('menu')
    first.type('s')
    await first.see('Question 2 of 3')
    await first.seeLast('menu')
    first.type(interrupt)
    await first.see('Leave the quiz?')
    first.type(enter)
    await first.see('Saved.')
    expect(await first.ended()).toBe(0)

    const again = await play({ ask, data: first.data })
    await again.see('Go on with “Who wants what”')
    again.type(enter)
    await again.see('Question 2 of 3')
  })

  it('goes on as if nothing had been, or drops the attempt', async () => {
    const terminal = await play({ ask })
    await terminal.seeLast('menu')
    terminal.type('f')
    const folder = join(terminal.data, 'quizwright', 'attempts')
    await expect.poll(() => readdir(folder).catch(() => [])).toHaveLength(1)
    terminal.type(interrupt)
    await terminal.see('Leave the quiz?')
    terminal.type(down, enter)
    await terminal.seeLast('hand in')
    terminal.type('q')
    await terminal.see(/Leave the quiz\?[\s\S]*Leave the quiz\?/)
    terminal.type(up, enter)
    expect(await terminal.ended()).toBe(0)
    expect(await readdir(folder)).toEqual([])
  })

  it('keeps what was done where the terminal goes away', async () => {
    const terminal = await play({ ask })
    await terminal.seeLast('menu')
    terminal.type('s')
    await terminal.see('Question 2 of 3')
    const folder = join(terminal.data, 'quizwright', 'attempts')
    await expect.poll(() => readdir(folder).catch(() => [])).toHaveLength(1)
    terminal.close()
    const again = await play({ ask, data: terminal.data })
    await again.see('Go on with “Who wants what”')
  })

  it('names a damaged file and leaves it alone', async () => {
    const { data, close } = await play({ ask })
    close()
    const folder = join(data, 'quizwright', 'attempts')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'positions-1.json'), '{"version":1,')
    const terminal = await play({ ask, data })
    await terminal.see('A saved attempt can’t be read.')
    await terminal.see('positions-1.json')
    await terminal.see('Question 1 of 3')
    expect(await readFile(join(folder, 'positions-1.json'), 'utf8')).toBe('{"version":1,')
  })

  it('says why a saved attempt can’t be gone on with', async () => {
    const first = await play({ ask })
    await first.seeLast('menu')
    first.type(interrupt)
    await first.see('Leave the quiz?')
    first.type(enter)
    await first.ended()
    const again = await play({ ask: ['two-camps'], data: first.data })
    await again.see('Welcome back')
    again.type(enter)
    await again.see('The saved attempt can’t be gone on with:')
    await again.see('has no question')
  })
})

describe('The report', () => {
  it('shows points, objectives as bars, and what was missed with where to read it', async () => {
    const terminal = await play({
      ask: ['us-stance', 'list-not-closed'],
      rules: { preset: 'checkpoint', shuffleChoices: false, blueprint: { order: 'fixed' } },
    })
    await terminal.seeLast('menu')
    terminal.type('1', enter)
    await terminal.see('✘  Not right')
    terminal.type(enter)
    await terminal.see('Question 2 of 2')
    terminal.type('1', enter)
    await terminal.see('✔  Correct')
    terminal.type(enter)
    await terminal.see('1 of 2 points (50 %)')
    await terminal.see('Name which states and people')
    await terminal.see('██████████░░░░░░░░░░ 1 of 2')
    await terminal.see('You   Drafting it with its allies')
    await terminal.see('Right Resisting some of its allies')
    await terminal.see('Article on NATO and a road map for Ukraine')
    await terminal.see('Read  paragraph 1')
    await terminal.seeLast('Only what was missed (1)')
    terminal.type(enter)
    await terminal.see('Question 1 of 1')
  })
})

describe('Other terminals', () => {
  const plainly = { ask: ['us-stance'], rules: inOrder } as const
  const control = String.fromCharCode(27)

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
    ['a screen reader', { ACCESSIBLE: '1' }],
  ])('get plain lines, without any control sequence: %s', async (_, env) => {
    const terminal = await play({ ...plainly, env })
    await terminal.see('2. Resisting some of its allies')
    terminal.type('/hint', enter)
    await terminal.see('Hint: Paragraph 1 names two sides.')
    terminal.type('2', enter)
    await terminal.see('Correct · 1 of 1 point')
    terminal.type(enter)
    await terminal.see('Before you hand in')
    terminal.type('1', enter)
    await terminal.see('[####################]')
    terminal.type('3', enter)
    expect(await terminal.ended()).toBe(0)
    expect(terminal.written()).not.toContain(control)
  })

  it('ask on Ctrl+C in plain lines too', async () => {
    const terminal = await play({ ...plainly, env: { NO_COLOR: '1' } })
    await terminal.see('Number, 1 to 4:')
    terminal.type(interrupt)
    await terminal.see('Leave the quiz?')
    terminal.type('1', enter)
    await terminal.see('Saved.')
    expect(await terminal.ended()).toBe(0)
  })

  it('end a line prompt when the time is up', async () => {
    const rules = { preset: 'exam', timeLimit: 1 } as const
    const terminal = await play({ ...plainly, rules, env: { NO_COLOR: '1' } })
    await terminal.see('Time is up. What you gave until now was handed in.')
  })

  it('take the small screen: pairs below one another, and the cursor always in sight', async () => {
    const terminal = await play({ ask: ['who-asked-what'], rules: inOrder, columns: 28, rows: 16 })
    await terminal.seeLast('menu')
    expect(terminal.screen()).toContain('❯ William Burns\n│    → …')
    terminal.type(down, down)
    await terminal.see('❯ Jens Stoltenberg\n│    → …')
    expect(terminal.screen()).toContain('⋮')
  })

  it('ask how sure the learner is where the rules want it', async () => {
    const certainty = { preset: 'checkpoint', shuffleChoices: false, certainty: moodleCertainty } as const
    const terminal = await play({ ask: ['us-stance'], rules: certainty })
    await terminal.seeLast('menu')
    terminal.type('2', enter)
    await terminal.see('How sure are you?')
    terminal.type(down, down, enter)
    await terminal.see('Correct · 3 of')
  })
})

describe('Help', () => {
  it.each<[string, number, RegExp]>([
    [
      'validate',
      80,
      /^ {2}--translation <file>\n {23}of one bank: what is missing in it, or there too much$/m,
    ],
    [
      'validate',
      60,
      /^ {2}Exit code 1 .* not\n {2}translated, 0 for other warnings, 2 where a file can't be\n {2}read\.$/m,
    ],
    ['play', 40, /^ {2}--seed <seed>\n {6}the same seed gives the same quiz$/m],
    [
      'play',
      40,
      /^ {6}plain text, line by line; so do\n {6}--no-color, NO_COLOR, ACCESSIBLE=1\n {6}and dumb terminals$/m,
    ],
    ['convert', 130, /^ {23}by the ending of --out when left out, else yaml$/m],
  ])('on %s fills the lines of a window of %i columns', async (command, columns, shown) => {
    const terminal = await play({ command: [command, '--help'], columns, rows: 60 })
    await terminal.see(shown)
  })
})
