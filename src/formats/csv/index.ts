export { delimiterOf, readCsv } from './csv.read.js'
export { writeCsv, writeTsv } from './csv.write.js'
