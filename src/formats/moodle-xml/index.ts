export { readMoodleXml } from './moodle-xml.read.js'
export { writeMoodleXml } from './moodle-xml.write.js'
