import type { BuiltInQuestion } from '../../interactions/index.js'
import { words } from '../../text/index.js'
import { itemOf, pick, type Rule } from '../rule.js'
import { taskOf } from '../texts.js'

/** A question that answers another. */
export const interItemCue: Rule = {
  id: 'inter-item-cue',
  severity: 'warning',
  advice: 'A stem should not tell what another question asks. Reword it, or draw only one of the two.',
  from: 'Haladyna, Downing & Rodriguez (2002), guideline 4; NBME (2020), hinging',
  bad: [
    pick('Which body released the secret cable?', '*The Whistle Archive', 'The embassy', 'The senate'),
    pick('Who founded the Whistle Archive?', '*Ana Diaz', 'Ben Cole', 'Cleo Ray'),
  ],
  better: [
    pick('Which body released the secret cable?', '*The Whistle Archive', 'The embassy', 'The senate'),
    pick('Who chaired the meeting of the two?', '*Ana Diaz', 'Ben Cole', 'Cleo Ray'),
  ],
  check({ bank: { questions } }) {
    const tasks = questions.map(question => ` ${wordsOf(taskOf(question))} `)
    const holders = new Map<string, number[]>()
    for (const [index, task] of tasks.entries())
      for (const word of task.trim().split(' ')) {
        const there = holders.get(word)
        if (!there) holders.set(word, [index])
        else if (there.length < 200 && there.at(-1) !== index) there.push(index)
      }
    return questions.flatMap((question, index) =>
      keysOf(question).flatMap(text => {
        const key = wordsOf(text)
        const [rarest] = key
          .split(' ')
          .sort((one, other) => (holders.get(one)?.length ?? 0) - (holders.get(other)?.length ?? 0))
        const tells = (holders.get(rarest ?? '') ?? []).find(
          other =>
            other !== index && tasks[other]?.includes(` ${key} `) && !tasks[index]?.includes(` ${key} `),
        )
        return tells === undefined
          ? []
          : [
              {
                question: index,
                field: 'key',
                message: `The question '${questions[tells]?.id}' says '${text}'.`,
              },
            ]
      }),
    )
  },
}

/** Keys of two words or more beside an article: names and phrases, which no stem has by chance. */
function keysOf(question: BuiltInQuestion): readonly string[] {
  const texts =
    question.type === 'short-answer'
      ? question.key.filter(({ fraction = 1 }) => fraction === 1).map(({ text }) => text)
      : question.type === 'single-choice'
        ? (itemOf(question)?.keys ?? [])
        : []
  return texts.filter(text => {
    const key = wordsOf(text)
    return key.includes(' ') && key.length >= 8
  })
}

/** The words of a text beside an article at its start, as a text. Unlike its letters they are parted in any script. */
const wordsOf = (text: string) =>
  words(text)
    .join(' ')
    .replace(/^(?:the|an?) /, '')
