export { isGift } from './gift.detect.js'
export { readGift } from './gift.read.js'
export { writeGift } from './gift.write.js'
