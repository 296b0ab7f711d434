import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank, Media } from '../../question/index.js'
import type { MediaFile } from '../format.js'
import { isRemote } from '../shelf.js'
import { heldInXml } from '../xml.write.js'
import { qtiId, setOutcome, tag } from './qti.write-xml.js'

/** The namespace of items and tests. */
export const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'
export const schemaLocation = `${namespace} https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd`

/** Media of a bank that are files of its own. */
export function localFiles(question: BuiltInQuestion): readonly string[] {
  const parts = ['choices', 'items', 'prompts', 'categories'].flatMap(
    name => (question as { readonly [list: string]: unknown })[name] ?? [],
  ) as readonly { readonly media?: Media }[]
  const all = [...(question.media ?? []), ...parts.flatMap(({ media }) => media ?? [])]
  return all.map(({ src }) => src).filter(src => !isRemote(src))
}

export const encoded = (path: string) => encodeURI(path).replace(/[?#]/g, encodeURIComponent)

export const document = (xml: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${heldInXml(xml)}\n`

export interface WrittenItem {
  readonly question: BuiltInQuestion
  readonly xml: string
}

/** All files of a package. */
export function packageOf(
  bank: Bank,
  items: readonly WrittenItem[],
  files: readonly MediaFile[],
): readonly MediaFile[] {
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  return [
    { path: 'imsmanifest.xml', bytes: bytesOf(manifestOf(bank, items, files)) },
    { path: 'test.xml', bytes: bytesOf(testOf(bank, items)) },
    ...items.map(({ question, xml }) => ({ path: `items/${qtiId(question.id)}.xml`, bytes: bytesOf(xml) })),
    ...files,
  ]
}

/** A test of one section that asks all items in their order. */
function testOf({ id, title }: Bank, items: readonly WrittenItem[]): string {
  const refs = items.map(({ question }) =>
    tag(
      'qti-assessment-item-ref',
      { identifier: qtiId(question.id), href: `items/${qtiId(question.id)}.xml` },
      question.timeLimit === undefined ? '' : tag('qti-time-limits', { 'max-time': question.timeLimit }),
    ),
  )
  const score = tag('qti-outcome-declaration', {
    identifier: 'SCORE',
    cardinality: 'single',
    'base-type': 'float',
  })
  const sum = tag('qti-sum', {}, tag('qti-test-variables', { 'variable-identifier': 'SCORE' }))
  return document(
    tag(
      'qti-assessment-test',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': schemaLocation,
        identifier: qtiId(id),
        title,
      },
      score,
      tag(
        'qti-test-part',
        { identifier: 'part', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' },
        tag('qti-assessment-section', { identifier: 'section', title, visible: 'true' }, ...refs),
      ),
      tag('qti-outcome-processing', {}, setOutcome('SCORE', sum)),
    ),
  )
}

function manifestOf({ id }: Bank, items: readonly WrittenItem[], files: readonly MediaFile[]): string {
  const file = (href: string) => tag('file', { href: encoded(href) })
  const dependency = (identifierref: string) => tag('dependency', { identifierref })
  const resource = (identifier: string, type: string, href: string, ...more: readonly string[]) =>
    tag('resource', { identifier, type, href: encoded(href) }, file(href), ...more)
  const names = new Map(files.map(({ path }, at) => [path, `file-${at + 1}`]))
  return document(
    tag(
      'manifest',
      {
        xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
        identifier: `${qtiId(id)}-package`,
      },
      tag('metadata', {}, tag('schema', {}, 'QTI Package'), tag('schemaversion', {}, '3.0.0')),
      tag('organizations'),
      tag(
        'resources',
        {},
        resource(
          'test',
          'imsqti_test_xmlv3p0',
          'test.xml',
          ...items.map(({ question }) => dependency(`item-${qtiId(question.id)}`)),
        ),
        ...items.map(({ question }) =>
          resource(
            `item-${qtiId(question.id)}`,
            'imsqti_item_xmlv3p0',
            `items/${qtiId(question.id)}.xml`,
            ...localFiles(question).flatMap(path => {
              const name = names.get(path)
              return name === undefined ? [] : [dependency(name)]
            }),
          ),
        ),
        ...files.map(({ path }, at) => resource(`file-${at + 1}`, 'webcontent', path)),
      ),
    ),
  )
}
