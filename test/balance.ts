import type { BuiltInQuestion } from '../src/interactions/index.js'
import type { Bank } from '../src/question/index.js'

/** How the keys and kinds of banks are spread, as a Markdown table: what a test-wise learner could live on. */
export function drawBalance(banks: readonly Bank<BuiltInQuestion>[]): string {
  const columns = [...banks.map(({ questions }) => questions), banks.flatMap(({ questions }) => questions)]
  const row = (name: string, cell: (questions: readonly BuiltInQuestion[]) => string) =>
    `| ${[name, ...columns.map(cell)].join(' | ')} |`
  const counted = (of: (question: BuiltInQuestion) => string | undefined, values: readonly string[]) =>
    values.map(value =>
      row(value, questions => String(questions.filter(question => of(question) === value).length)),
    )
  const kinds = [...new Set(banks.flatMap(({ questions }) => questions.map(({ type }) => type)))]
  return [
    `| | ${banks.map(({ id }) => id).join(' | ')} | all |`,
    `| --- |${' ---: |'.repeat(columns.length)}`,
    row('questions', questions => String(questions.length)),
    row('on what this article reports, on what can be known without it', questions =>
      ['reports', 'background']
        .map(tag => questions.filter(({ tags }) => tags?.includes(tag)).length)
        .join(', '),
    ),
    ...counted(({ level }) => level, ['remember', 'understand', 'apply', 'analyse']),
    ...counted(({ difficulty }) => difficulty, ['easy', 'medium', 'hard']),
    row('single-choice keys at a, b, c, d', questions =>
      ['a', 'b', 'c', 'd'].map(id => single(questions).filter(({ key }) => key === id).length).join(', '),
    ),
    row('key is the longest, the shortest choice', questions =>
      [Math.max, Math.min].map(extreme => single(questions).filter(isAlone(extreme)).length).join(', '),
    ),
    row('claims that are true, false', questions =>
      [true, false].map(key => claims(questions).filter(claim => claim.key === key).length).join(', '),
    ),
    ...counted(({ type }) => type, kinds),
  ].join('\n')
}

type Single = Extract<BuiltInQuestion, { readonly type: 'single-choice' }>

const single = (questions: readonly BuiltInQuestion[]) =>
  questions.filter(question => question.type === 'single-choice')
const claims = (questions: readonly BuiltInQuestion[]) =>
  questions.filter(question => question.type === 'true-false')

/** Whether the key's text alone is as long, or as short, as any. */
function isAlone(extreme: (...lengths: number[]) => number) {
  return ({ choices, key }: Single) => {
    const bound = extreme(...choices.map(({ text }) => text.length))
    const reached = choices.filter(({ text }) => text.length === bound)
    return reached.length === 1 && reached[0]?.id === key
  }
}
