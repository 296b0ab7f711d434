export { type ExplainOptions, type Explanation, explainScore } from './explain.js'
export { german } from './messages.de.js'
export { type CompleteMessages, english, type ScoreMessages } from './messages.en.js'
export { type Missed, type Reading, type Report, readingFor, reportOf } from './report.js'
