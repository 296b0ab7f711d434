export { german } from './german/index.js'
export { moduleGerman } from './module/german/index.js'
export * from './module/index.js'
export * from './quiz/index.js'
