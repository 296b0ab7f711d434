import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBank } from '../../../src/bank/index.js'
import type { Bank, QuizOptions, SavedAttempt } from '../../../src/index.js'
import { hear } from './bot.js'

const bank = parseBank(readFileSync('examples/shared/rivers.json', 'utf8')).bank as Bank

/** Someone who sees messages alone. What is saved between two goes through text, as through a database. */
function chat(options: QuizOptions = {}) {
  let stored = 'null'
  const say = (message: string) => {
    const { saved, reply } = hear(bank, JSON.parse(stored) as SavedAttempt | null, message, options)
    stored = JSON.stringify(saved)
    return reply
  }
  return { say, stored: () => stored }
}

/** The marks that stand before these texts in a message: `markOf('a) Rhine', 'Rhine')` is `a`. */
const markOf = (message: string, text: string) =>
  new RegExp(`^(\\w)\\) ${text}$`, 'm').exec(message)?.[1] ?? '?'
const marksOf = (message: string, ...texts: readonly string[]) =>
  texts.map(text => markOf(message, text)).join('')
const pairsOf = (message: string, pairs: { readonly [prompt: string]: string }) =>
  Object.entries(pairs)
    .map(([prompt, choice]) => marksOf(message, prompt, choice))
    .join(' ')

/** What someone answers who knows: the stem, and how the message is read. */
const known: readonly (readonly [stem: string, reply: (message: string) => string])[] = [
  ['longest', message => markOf(message, 'Volga')],
  ['on the Danube', message => marksOf(message, 'Vienna', 'Budapest', 'Belgrade')],
  ['flows into', () => 'true'],
  ['through Paris', () => 'the seine'],
  ['metres', () => '2.5 km'],
  ['shortest first', message => marksOf(message, 'Thames', 'Seine', 'Rhine', 'Danube')],
  ['each city', message => pairsOf(message, { Paris: 'Seine', London: 'Thames', Kyiv: 'Dnipro' })],
  [
    'Into which sea',
    message =>
      pairsOf(message, { Danube: 'Black Sea', Rhine: 'North Sea', Dnipro: 'Black Sea', Elbe: 'North Sea' }),
  ],
  ['course', () => 'Black; Germany; 10'],
  ['Mark the names', () => 'a d'],
  ['so many cities', () => 'They gave water, and carried goods.'],
]
const answerTo = (message: string) => known.find(([stem]) => message.includes(stem))?.[1](message) ?? '?'

describe('a chat bot, with neither a page nor a living quiz between messages', () => {
  it('asks every kind, takes what is written, and tells what it came to', () => {
    expect(globalThis).not.toHaveProperty('document')
    const { say } = chat()
    expect(say('hello')).toBe('Rivers of Europe: 11 questions. Say start.')
    let message = say('start')
    for (const _ of known) {
      const reply = say(answerTo(message))
      expect(reply, message).toMatch(message.includes('so many cities') ? /^to be marked/ : /^correct/)
      message = say('next')
    }
    expect(message).toBe('0 open. Say hand in.')
    expect(say('hand in')).toBe('10 of 12 points. A person will mark the rest.')
  })

  it('says what is wrong with a message, gives a hint and another try', () => {
    const { say } = chat()
    let message = say('start')
    while (!message.includes('longest')) message = say('skip')
    expect(say('z')).toContain('That is none of the choices.\n')
    expect(say('hint')).toContain('It ends in a sea that is a lake.')
    expect(say(markOf(message, 'Rhine'))).toBe(
      'not right\nThe Rhine has about 1230 km.\nTry again, or say next.',
    )
    expect(say(markOf(message, 'Volga'))).toContain('correct')
    expect(say('hint')).toContain('That can’t be done now.')
  })

  it('holds the deadline, and pauses it', () => {
    let now = 0
    const { say } = chat({ rules: { preset: 'practice', timeLimit: 60 }, now: () => now })
    say('start')
    say('pause')
    now += 3_600_000
    expect(say('a')).toBe('paused')
    expect(say('resume')).toContain('1 of 11')
    now += 61_000
    expect(say('a')).toBe('0 of 12 points.')
  })

  it('keeps no key between messages', () => {
    const { say, stored } = chat()
    say('start')
    expect(stored()).not.toMatch(/volga.*volga|"key"|Yes\. The Volga/)
  })
})
