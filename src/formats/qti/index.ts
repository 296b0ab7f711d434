export { isQti, readQti, readQtiPackage } from './qti.read.js'
