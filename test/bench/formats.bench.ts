import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parseXml } from '@rgrove/parse-xml'
import { parse as parseGift } from 'gift-pegjs'
import { parseBank } from '../../src/bank/index.js'
import { readGift, writeGift } from '../../src/formats/gift/index.js'
import { readMoodleXml, writeMoodleXml } from '../../src/formats/moodle-xml/index.js'
import { lintBank } from '../../src/lint/index.js'
import { bundledBanks, positions } from '../../src/questions/index.js'
import { type BenchRow, duration, median } from './compare.js'

/** The bundled questions as GIFT, again and again. */
const questionsInGift = bundledBanks.flatMap(bank =>
  String(writeGift(bank).content)
    .split('\n\n')
    .filter(text => text.trim() !== ''),
)

function giftOf(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const question = questionsInGift[index % questionsInGift.length] ?? ''
    return question.replace(/\[id:[^\]]*\]/, `[id:q${index}]`).replace(/^::.*?::/m, `::q${index}::`)
  }).join('\n\n')
}

/** Questions of a line or two, as generators write them. */
function shortGiftOf(count: number): string {
  const kinds = [
    (n: number) =>
      `::Q${n}:: Which is the largest? {\n~${n}\n=${n + 2}#Yes, by one.\n~${n + 1}#One is larger.\n}`,
    (n: number) => `::Q${n}:: ${n} is more than ${n - 1}. {TRUE#It is.#Yes.}`,
    (n: number) => `::Q${n}:: What is ${n} and 2? {#${n + 2}:1}`,
    (n: number) => `::Q${n}:: What is half of ${2 * n}? {=${n} =%50%about ${n}}`,
    (n: number) =>
      `::Q${n}:: Match by size, number ${n}. {\n=small -> ${n}\n=middling -> ${n + 1}\n=large -> ${n + 2}\n}`,
    (n: number) =>
      `::Q${n}:: Which are more than ${n}? {~%50%${n + 1} ~%50%${n + 2} ~%-100%${n - 1}####Count up.}`,
  ]
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.(index) ?? '').join('\n\n')
}

/** The bundled questions as Moodle XML, again and again. */
function moodleOf(count: number): string {
  const questions = bundledBanks.flatMap(({ questions }) => questions)
  const many = Array.from({ length: count }, (_, index) => ({
    ...(questions[index % questions.length] as (typeof questions)[0]),
    id: `q${index}`,
  }))
  return String(writeMoodleXml({ id: 'many', title: 'Many', questions: many }).content)
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Nanoseconds that a run takes, of as many as fill a time in milliseconds, and what they leave behind is in it. */
function timeOf(run: () => unknown, atLeast: number): number {
  let runs = 0
  const start = performance.now()
  do {
    run()
    runs += 1
  } while (performance.now() - start < atLeast)
  return ((performance.now() - start) * 1e6) / runs
}

/**
 * Nanoseconds that each takes in each round, by turns, each warm and with a heap that is free of what the others leave.
 */
function inTurn<Name extends string>(tasks: { readonly [name in Name]: () => unknown }, rounds: number) {
  const names = Object.keys(tasks) as Name[]
  for (const name of names) {
    // V8 decides for good where objects are made by what outlives its first collection, which must not fall into the
    // first run, where all still lives.
    collectGarbage()
    timeOf(tasks[name], 1000)
  }
  const times = names.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, name] of names.entries()) {
      collectGarbage()
      // With the last objects of a shape goes what was compiled for it, so each is warmed again.
      timeOf(tasks[name], 500)
      times[index]?.push(timeOf(tasks[name], 250))
    }
  const byName = names.map((name, index): [Name, Times] => [name, times[index] ?? []])
  return Object.fromEntries(byName) as { readonly [name in Name]: Times }
}

/** By round. */
type Times = readonly number[]

/** The median of the rounds' ratios: what slows the machine down for a while is in both sides of a round. */
const ratioOf = (one: Times, other: Times) =>
  median(one.map((time, round) => time / (other[round] ?? Number.NaN)))

const typical = (times: Times, runs = 1) => duration(median(times) / runs)

/** What a question of 100,000 takes, against one of the smaller files, a run of which has so many questions. */
function grown(
  smaller: string,
  many: Times,
  others: Times,
  questions: number,
  limit: number | null,
): BenchRow {
  return {
    name: `a question of 100,000 in GIFT, against ${smaller}`,
    ratio: (ratioOf(many, others) * questions) / 1e5,
    limit,
    note: `${typical(many, 1e5)} to ${typical(others, questions)}`,
  }
}

/** Reading GIFT against gift-pegjs, how it grows, and what linting costs beside checking. */
export async function run(): Promise<readonly BenchRow[]> {
  const rows = [
    { what: '1,000 questions', text: giftOf(1000), limit: 1 / 40, rounds: 7 },
    { what: '10,000 questions', text: giftOf(10_000), limit: 1 / 12, rounds: 3 },
    { what: '1,000 short questions', text: shortGiftOf(1000), limit: null, rounds: 7 },
    { what: '10,000 short questions', text: shortGiftOf(10_000), limit: null, rounds: 3 },
  ].map(({ what, text, limit, rounds }): BenchRow => {
    // Ours makes questions that a bank may hold, with a report of each and its line; gift-pegjs a tree of the syntax.
    const { own, peer } = inTurn({ own: () => readGift(text), peer: () => parseGift(text) }, rounds)
    return {
      name: `reading ${what} of GIFT, against gift-pegjs`,
      ratio: ratioOf(own, peer),
      limit,
      note: `${typical(own)} to ${typical(peer)}`,
    }
  })
  const [few, middle, many] = [giftOf(1000), giftOf(10_000), giftOf(100_000)] as [string, string, string]
  const growth = inTurn(
    {
      few: () => readGift(few),
      // As many are kept in memory, and only the length of the text differs.
      files: () => Array.from({ length: 100 }, () => readGift(few)),
      middle: () => readGift(middle),
      many: () => readGift(many),
    },
    3,
  )
  const quiz = moodleOf(2000)
  const { xml, bare } = inTurn(
    { xml: () => readMoodleXml(quiz), bare: () => parseXml(quiz, { includeOffsets: true }) },
    5,
  )
  const questions = Array.from({ length: 10_000 }, (_, index) => ({
    ...(positions.questions[index % positions.questions.length] as (typeof positions.questions)[0]),
    id: `q${index}`,
    stem: `Which is it, number ${index}, of those that were named on day ${index % 97}?`,
  }))
  const bank = { ...positions, questions }
  const text = JSON.stringify(bank)
  const alone = { 'duplicate-stem': 'off', 'near-duplicate-options': 'off' } as const
  const { linting, all, checking } = inTurn(
    {
      linting: () => lintBank(bank, { rules: alone }),
      all: () => lintBank(bank),
      checking: () => parseBank(text),
    },
    5,
  )
  return [
    ...rows,
    grown('one of 10,000', growth.many, growth.middle, 10_000, 1.5),
    grown('one of 100 files of 1,000, all kept', growth.many, growth.files, 100_000, 1.5),
    grown('one of 1,000 that are forgotten', growth.many, growth.few, 1000, null),
    {
      name: 'reading Moodle XML, against its bare XML parser',
      ratio: ratioOf(xml, bare),
      limit: 2,
      note: `${typical(xml)} to ${typical(bare)}, ${(quiz.length / 1e6 / (median(xml) / 1e9)).toFixed(1)} MB/s`,
    },
    {
      name: 'linting 10,000 questions but for near duplicates, against checking them',
      ratio: ratioOf(linting, checking),
      limit: 3,
      note: `${typical(linting)} to ${typical(checking)}`,
    },
    {
      name: 'the same by every rule',
      ratio: ratioOf(all, checking),
      limit: null,
      note: `${typical(all)} to ${typical(checking)}`,
    },
  ]
}
