export { isQti12, readQti12, readQti12Package } from './qti12.read.js'
export { writeQti12 } from './qti12.write.js'
