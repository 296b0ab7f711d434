export { readingGrade } from './reading-grade.js'
export { remember, words } from './words.js'
