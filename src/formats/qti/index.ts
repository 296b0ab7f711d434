export { readQti } from './qti.read.js'
