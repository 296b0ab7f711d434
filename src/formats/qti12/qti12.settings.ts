import type { ReportEntry } from '../format.js'
import { textAt } from '../package.js'
import { childOf, readXml } from '../xml.js'
import type { Archive } from '../zip.js'

/** What Canvas lets people set for a quiz: the element, what to call it, and what it says where nobody did. */
const settings = [
  ['description', 'what it says before its questions', ''],
  ['time_limit', 'the time limit', ''],
  ['scoring_policy', 'which attempt counts', 'keep_highest'],
  ['shuffle_answers', 'shuffled choices', 'false'],
  ['one_question_at_a_time', 'one question at a time', 'false'],
  ['cant_go_back', 'no way back', 'false'],
  ['show_correct_answers', 'whether the key is shown', 'true'],
  ['hide_results', 'when results are shown', ''],
  ['access_code', 'the access code', ''],
  ['unlock_at', 'from when it is open', ''],
  ['due_at', 'when it is due', ''],
  ['lock_at', 'until when it is open', ''],
] as const

/** Names what a package of Canvas sets for its quizzes, as a bank holds questions alone. */
export function settingsLost(archive: Archive): readonly ReportEntry[] {
  return archive.paths.flatMap((path): readonly ReportEntry[] => {
    if (!/(?:^|\/)assessment_meta\.xml$/.test(path)) return []
    const xml = readXml(textAt(archive, path) ?? '')
    if (xml.is === 'broken') return []
    const lost = settings.flatMap(([element, words, usual]) => {
      const said = childOf(xml.root, element)?.text.trim() ?? ''
      return said === '' || said === usual ? [] : [words]
    })
    if (lost.length === 0) return []
    const message = `Left out of the settings of the quiz: ${lost.join(', ')}. Say them in the rules of the quiz.`
    return [{ fate: 'changed', question: null, kind: 'quiz', code: 'rules-of-test', message, file: path }]
  })
}
