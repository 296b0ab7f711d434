export { isQti, readQti, readQtiPackage } from './qti.read.js'
export { writeQti } from './qti.write.js'
export { localFiles } from './qti.write-package.js'
