export { readingGrade } from './reading-grade.js'
export { didYouMean, ownName } from './suggest.js'
export { typosBetween } from './typos.js'
export { remember, words } from './words.js'
