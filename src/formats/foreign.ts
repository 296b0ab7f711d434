/** A format that is known by its looks and not read, and how its questions can come here. */
interface Foreign {
  readonly name: string
  readonly remedy: string
  readonly fits: (text: string) => boolean
}

const none = 'Bring its questions in one of the formats that are read.'

/** The most telling first. */
const texts: readonly Foreign[] = [
  {
    name: 'a bank of Quizwright',
    remedy: 'Read it with parseBank, or with quizwright validate.',
    fits: text =>
      /^questions:\s*$/m.test(text) ||
      (isObject(text) && /"questions"\s*:/.test(text) && /"stem"\s*:/.test(text)),
  },
  {
    name: 'SurveyJS JSON',
    remedy: none,
    fits: text =>
      isObject(text) &&
      (/\bcompletedHtml/.test(text) ||
        (/\b(?:pages|elements)["']?\s*:\s*\[/.test(text) && /\btype["']?\s*:/.test(text))),
  },
  {
    name: 'the content of an H5P package',
    remedy: none,
    fits: text => isObject(text) && /"(?:library"\s*:\s*"H5P\.|params"\s*:|copyright"\s*:)/.test(text),
  },
  { name: 'JSON', remedy: none, fits: isObject },
  { name: 'a web page', remedy: none, fits: text => /^\s*(?:<!doctype html|<html[\s>])/i.test(text) },
  {
    name: 'an IMS manifest without its package',
    remedy: 'Read the whole zip archive.',
    fits: text => /<(?:\w+:)?manifest[\s>]/.test(text.slice(0, 5000)) && isXml(text),
  },
  { name: 'XML of another kind', remedy: none, fits: isXml },
  { name: 'a PDF', remedy: none, fits: text => text.startsWith('%PDF') },
  { name: 'rich text (RTF)', remedy: 'Save it as plain text.', fits: text => text.startsWith('{\\rtf') },
  { name: 'Markdown for mkdocs-quiz', remedy: none, fits: text => /^[ \t]*<quiz>/m.test(text) },
  { name: 'Markdown for mkdocs-exam', remedy: none, fits: text => /^[ \t]*<exam>/m.test(text) },
  { name: 'Markdown for md2qti', remedy: none, fits: text => /^@(?:question|quiz title|type):/m.test(text) },
  {
    name: 'Markdown for markdown2moodle',
    remedy: 'Let it write Moodle XML, which is read.',
    fits: text => /^- !\S/m.test(text),
  },
  {
    name: 'text for text2qti',
    remedy: 'Let text2qti write its zip archive (QTI 1.2), which is read.',
    fits: text =>
      /^\d+\.[ \t]+\S/m.test(text) &&
      /^(?:\*?[a-z]\)[ \t]|[=*!][ \t]{2,}\S|_{3,}$|END_GROUP)/m.test(text) &&
      !/^#/m.test(text),
  },
  {
    name: 'notes for Anki',
    remedy: "Give it a first line that names its columns, with 'type', 'stem' and 'key', to read it as TSV.",
    fits: text => /^#(?:separator|notetype|deck|html):/m.test(text) || isTable(text),
  },
]

/** What is in an archive tells what it is. */
const archives: readonly { readonly name: string; readonly file: RegExp }[] = [
  { name: 'an H5P package', file: /^h5p\.json$/ },
  { name: 'an Anki deck', file: /^collection\.anki2\w*$/ },
  { name: 'a Word document', file: /^word\/document\.xml$/ },
  { name: 'an Excel workbook', file: /^xl\/workbook\.xml$/ },
  { name: 'an OpenDocument file', file: /^META-INF\/manifest\.xml$/ },
  { name: 'a backup of a Moodle course', file: /^moodle_backup\.xml$/ },
]

/** True where a text begins as an object or a list of JSON does, and no gap of GIFT. */
function isObject(text: string): boolean {
  return /^\s*[{[]\s*(?:["'{[]|\w+\s*:)/.test(text)
}

function isXml(text: string): boolean {
  return /^\s*<(?:\?xml\s|[\w:.-]+\s[^<>]*\bxmlns)/.test(text)
}

/** True where each line has columns with tabs between. */
function isTable(text: string): boolean {
  const lines = text.split('\n', 20).filter(line => line.trim() !== '')
  return lines.length > 1 && lines.every(line => line.trimStart().includes('\t'))
}

/** What a text looks like where it is in a format that is not read, and what to do; null where it can't be told. */
export function foreignText(text: string): string | null {
  const start = text.slice(0, 20_000).replace(/^\uFEFF/, '')
  const found = texts.find(({ fits }) => fits(start))
  return found ? `It looks like ${found.name}, which is not read here. ${found.remedy}` : null
}

/** The same for an archive, by the paths of its files. */
export function foreignArchive(paths: readonly string[]): string | null {
  const found = archives.find(({ file }) => paths.some(path => file.test(path)))
  return found ? `It looks like ${found.name}, which is not read here. ${none}` : null
}
