import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Collector, createCollector, type Note, tagsIn } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { type Draft, draftOf } from './markdown.draft.js'
import { kinds, rowsOf } from './markdown.kinds.js'
import { settingNames, stemEnd } from './markdown.lines.js'
import { idInHeading, type Part, partsOf } from './markdown.parts.js'

/** Reads the quiz dialect of Markdown that `docs/formats.md` tells. What is no question is named with its line. */
export function readMarkdown(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const page = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, mostInFile + 1)
  if (page.length > mostInFile) {
    const message = `There are more than ${mostInFile} lines in the file. Part it into several files, and convert them together.`
    collector.drop({ kind: 'file', line: 1 }, { code: 'too-many', message })
    return collector.finish(null)
  }
  const { title, description, parts, faults } = partsOf(page)
  for (const part of parts) collect(collector, part)
  for (const { kind, line, code, message } of faults) collector.drop({ kind, line }, { code, message })
  return collector.finish(title, [], description === '' ? {} : { description })
}

/** Those of some 100,000 questions. A line takes several times the memory of its signs. */
const mostInFile = 500_000

/** More than a question has with a thousand choices and feedback on each. */
const mostLines = 20_000

function collect(collector: Collector, { stem, line, lines }: Part) {
  if (lines.length > mostLines) {
    const message = `There are more than ${mostLines} lines below '${stem}'. A question is shorter, and the next one begins with ##.`
    return collector.drop({ kind: 'section', line }, { code: 'too-many', message })
  }
  const draft = draftOf(stem, lines)
  const own = kinds.map(kind => kind(draft)).find(fields => fields !== null)
  if (!own || !('type' in own)) {
    const message = `'${stem}' has neither choices, an order, pairs nor an answer below it.`
    return collector.drop({ kind: 'section', line }, own ?? { code: 'no-answer', message })
  }
  const { settings, said } = draft
  const points = Number(settings.get('points'))
  const { tags, notes } = tagsIn(settings.get('tags'))
  const feedback = said.get('feedback')?.join('\n\n')
  const solution = said.get('solution')?.join('\n\n')
  const hints = (said.get('hint') ?? []).map(text => ({ text }))
  const { type, ...fields } = own
  const used = type === 'ordering' ? 'item' : type === 'matching' ? 'pair' : null
  const question = {
    id: collector.idFor(settings.get('id') ?? ''),
    type,
    stem: draft.stem(used),
    ...fields,
    ...(points > 0 && { points }),
    ...(tags.length > 0 && { tags }),
    ...(hints.length > 0 && { hints }),
    ...(feedback && { feedback: { general: feedback } }),
    ...(solution && { solution }),
  }
  collector.add(question as unknown as BuiltInQuestion, { kind: type, line }, [
    ...notes,
    ...notesOn(draft, own),
    ...notesOnStem(stem, draft.behind(used)),
  ])
}

/** What is part of the stem and was hardly meant to be. */
function notesOnStem(heading: string, behind: string | undefined): readonly Note[] {
  const notes: Note[] = []
  const [id] = idInHeading.exec(heading) ?? []
  if (id) {
    const message = `Part of the stem: '${id}'. An id stands in a comment below the heading: <!-- id: longest -->.`
    notes.push({ code: 'id-in-heading', message })
  }
  if (behind) {
    const message = `Part of the stem, though it stands behind the answers: '${behind}'. What is asked stands above them; hints and solutions go on to a blank line, or in one quotation (>).`
    notes.push({ code: 'behind-answers', message })
  }
  return notes
}

const answerNames = {
  'true-false': 'true or false',
  'short-answer': 'answer',
  numeric: 'number',
  essay: 'essay',
} as const

/** What stands there and comes to nothing. */
function notesOn(
  { settings, said, pairs, strays, isBelow }: Draft,
  { type, words }: { type: string; words?: unknown },
): readonly Note[] {
  const points = settings.get('points')
  const unknown = [...settings.keys()].filter(name => !settingNames.includes(name))
  const others = Object.entries(answerNames).flatMap(([kind, name]) =>
    said.has(name) && kind !== type ? [`'${name}:', as it is a question of another kind`] : [],
  )
  const isOddLength = type === 'essay' && !words && /\d/.test(said.get('essay')?.[0] ?? '')
  const again =
    (type === 'true-false' || type === 'essay') && (said.get(answerNames[type])?.length ?? 0) > 1
      ? [answerNames[type]]
      : []
  const pick = settings.get('pick')
  const below = isBelow ? undefined : settings.get('stem')
  const lone = type === 'matching' ? rowsOf(pairs).filter(([one, other]) => one && !other) : []
  const left = [
    ...unknown.map(name => `the setting '${name}', which there is not`),
    ...(points !== undefined && !(Number(points) > 0) ? [`'${points}', which is no number of points`] : []),
    ...(pick !== undefined && pick !== 'several' ? [`'pick: ${pick}', which may be several alone`] : []),
    ...lone.map(([one]) => `'${one}', which has nothing at its right`),
    ...(below === undefined
      ? []
      : [`'stem: ${below}', which may be below alone, with a line ${stemEnd} under the stem`]),
    ...others,
    ...again.map(name => `'${name}:', but for the first`),
    ...(isOddLength ? ['how long it may be, which is told as 50 to 150 words'] : []),
  ]
  const boxless = `Part of the stem, as it has no box: ${strays.join('; ')}. A choice begins with - [ ] or - [x].`
  return [
    ...(left.length > 0 ? [{ code: 'left-out', message: `Left out: ${left.join('; ')}.` }] : []),
    ...(strays.length > 0 ? [{ code: 'no-box', message: boxless }] : []),
  ]
}
