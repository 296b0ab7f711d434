export { collectCategory, collectQuestion } from './moodle.collect.js'
export type { MoodleAnswer, MoodleKind, MoodleQuestion, MoodleText } from './moodle.question.js'
