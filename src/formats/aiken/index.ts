export { readAiken } from './aiken.read.js'
export { writeAiken } from './aiken.write.js'
