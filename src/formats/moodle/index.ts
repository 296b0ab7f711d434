export { collectCategory, collectQuestion, fileName } from './moodle.collect.js'
export type {
  MoodleAnswer,
  MoodleKind,
  MoodleQuestion,
  MoodleText,
  MoreOfQuestion,
} from './moodle.question.js'
