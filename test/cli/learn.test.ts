import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type AtTerminal, keys, startAtTerminal, type TerminalOptions } from './at-terminal.js'

const { down, up, enter, interrupt } = keys
const module = new URL('../../docs/examples/rivers-module.yaml', import.meta.url).pathname
const open: AtTerminal[] = []

async function learn(options: TerminalOptions = {}, ...args: readonly string[]): Promise<AtTerminal> {
  const terminal = await startAtTerminal({ command: ['learn', module, '--seed', '7', ...args], ...options })
  open.push(terminal)
  return terminal
}

afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close()
})

/** From the start to the end of the first part of the first lesson. */
async function readFirstPart(terminal: AtTerminal): Promise<void> {
  await terminal.seeLast('● Take the pre-test first')
  terminal.type(down, enter)
  await terminal.see('How long they are · part 1 of 2')
  for (let page = 1; !/And now\?/.test(terminal.screen()); page++) {
    await terminal.see(new RegExp(`Page ${page} of \\d|And now\\?`))
    if (/And now\?/.test(terminal.screen())) break
    await terminal.seeLast('● Read on')
    terminal.type(enter)
    await terminal.see(new RegExp(`Page ${page + 1} of \\d|And now\\?`))
  }
  await terminal.seeLast('● Check yourself')
}

/** The number that stands before a choice, which are in an order of chance. */
const numberOf = (terminal: AtTerminal, choice: string) =>
  new RegExp(`(\\d) ${choice}`).exec(
    terminal.screen().slice(terminal.screen().lastIndexOf('Question')),
  )?.[1] ?? '?'

/** From the end of that part through its check. */
async function passCheck(terminal: AtTerminal): Promise<void> {
  terminal.type(enter)
  await terminal.see('Which of the two rivers')
  await terminal.seeLast('menu')
  terminal.type(numberOf(terminal, 'The Danube'), enter)
  await terminal.see('✔  Correct · 1 of 1 point')
  terminal.type(enter)
  await terminal.see('1 of 1 point (100 %)')
}

describe('Learning at the terminal', () => {
  it('pages a lesson, checks it, and shows each objective as a bar', async () => {
    const terminal = await learn({ rows: 16 })
    await terminal.see('2 lessons · about 15 minutes')
    await terminal.see('· 2. Where they flow (closed until lesson 1 is done)')
    await readFirstPart(terminal)
    expect(terminal.screen()).toMatch(/Page 1 of [2-9]/)
    expect(terminal.screen()).toContain('│  from its source to the sea. (¶1, 2)')
    expect(terminal.screen()).toContain('✦ source: The place where a river starts.')
    expect(terminal.screen()).toContain('▌ The two rivers side by side')
    await passCheck(terminal)
    await terminal.seeLast('● Read on')
    terminal.type(enter)
    await terminal.see('How long they are · part 2 of 2')
    await terminal.see('• The Danube crosses ten states.')
    await terminal.seeLast('● End the lesson')
    terminal.type(enter)
    await terminal.see('✔ 1. How long they are (done, 3 min)')
    await terminal.seeLast('● Read lesson 2 (Where they flow)')
    terminal.type(down, down, enter)
    await terminal.see(/1\. Tell how long the two rivers are\.\n│ {5}█+░+ \d+ % · 1 answer/)
    await terminal.see('nothing asked yet')
  })

  it('asks the pre-test as a test: nothing is told before its end', async () => {
    const terminal = await learn()
    await terminal.seeLast('● Take the pre-test first (2 questions)')
    terminal.type(enter)
    await terminal.see('Pre-test · 2 questions')
    await terminal.seeLast('menu')
    terminal.type('e')
    await terminal.see('0 of 2 questions answered')
    await terminal.seeLast('What now?')
    terminal.type(up, enter)
    await terminal.see('0 of 2 points (0 %)')
    await terminal.seeLast('● Go on')
    expect(terminal.screen()).toContain('○ Read again: How long they are')
    terminal.type(enter)
    await terminal.see('Pre-test  ░░░░░░░░░░░░░░░░░░░░ 0 %')
  })
})

describe('Leaving a module and coming back', () => {
  it.each([
    ['in a lesson', 'How long they are · part 1 of 2', async () => {}],
    [
      'in a check',
      'Check yourself · 1 question, at question 1',
      async (terminal: AtTerminal) => {
        terminal.type(enter)
        await terminal.see('Which of the two rivers')
        await terminal.seeLast('menu')
      },
    ],
  ])('goes on after Ctrl+C %s', async (_, there, lead) => {
    const first = await learn()
    await readFirstPart(first)
    await lead(first)
    first.type(interrupt)
    await first.see(/Saved\.|Leave the quiz\?/)
    if (/Leave the quiz\?/.test(first.screen())) first.type(enter)
    await first.see('Saved. quizwright learn goes on from here.')
    expect(await first.ended()).toBe(0)
    expect(await readdir(join(first.data, 'quizwright/modules'))).toEqual(['rivers-of-europe.json'])

    const again = await learn({ data: first.data })
    await again.see(there)
    expect(again.screen()).not.toContain('Take the pre-test')
  })

  it('goes on where the terminal went away', async () => {
    const first = await learn()
    await readFirstPart(first)
    await passCheck(first)
    await first.seeLast('● Read on')
    first.type(enter)
    await first.see('part 2 of 2')
    first.close()
    const files = () => readdir(join(first.data, 'quizwright/modules')).catch(() => [])
    await expect.poll(files).toEqual(['rivers-of-europe.json'])
    const again = await learn({ data: first.data })
    await again.see('part 2 of 2')
  })

  it('lets only one run at it', async () => {
    const first = await learn()
    await first.see('What next?')
    const second = await learn({ data: first.data })
    await second.see('Another run')
    expect(await second.ended()).toBe(2)
  })
})

describe('Other terminals, learning', () => {
  it('set all of it within 40 columns', async () => {
    const terminal = await learn({ columns: 40, rows: 30 })
    await readFirstPart(terminal)
    await passCheck(terminal)
    await terminal.seeLast('● Read on')
    terminal.type(enter)
    await terminal.seeLast('● End the lesson')
    terminal.type(enter)
    await terminal.seeLast('● Read lesson 2')
    terminal.type(down, down, enter)
    await terminal.see('nothing asked yet')
    // What is too wide breaks off at the edge, and goes on without the guide.
    const lines = terminal.screen().split('\n')
    expect(lines.filter(line => !/^[│◆◇✔✘◐▲└]/.test(line) && line !== '')).toEqual([])
  })

  it('get plain lines with NO_COLOR, without any control sequence', async () => {
    const terminal = await learn({ columns: 40, env: { NO_COLOR: '1' } })
    await terminal.see('1. Take the pre-test first')
    terminal.type('2', enter)
    await terminal.see('1. Check yourself (1 question)')
    terminal.type('1', enter)
    await terminal.see('Which of the two rivers')
    await terminal.see('Number, 1 to 2:')
    terminal.type(/(\d)\. The Danube/.exec(terminal.screen())?.[1] ?? '', enter)
    await terminal.see('Correct · 1 of 1 point')
    terminal.type(enter)
    await terminal.see('1 of 1 point (100 %)')
    await terminal.see('Read on')
    terminal.type('1', enter)
    await terminal.see('End the lesson')
    terminal.type('1', enter)
    await terminal.see('(done, 3 min)')
    await terminal.see('3. See how far you are')
    terminal.type('3', enter)
    await terminal.see(/\[#+-+\] \d+ % · 1 answer/)
    terminal.type('4', enter)
    expect(await terminal.ended()).toBe(0)
    expect(terminal.written()).not.toContain(String.fromCharCode(27))
  })
})
