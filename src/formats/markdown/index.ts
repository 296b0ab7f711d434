export { isMarkdown } from './markdown.detect.js'
export { readMarkdown } from './markdown.read.js'
export { writeMarkdown } from './markdown.write.js'
