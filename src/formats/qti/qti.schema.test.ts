import { XmlElement } from '@rgrove/parse-xml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQuestion } from '../../../test/contract/awkward.js'
import { everyQuestion } from '../../../test/contract/every-question.js'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { childrenOf, readXml } from '../xml.js'
import { readZip } from '../zip.js'
import { writeQti } from './index.js'

function documentsOf(questions: readonly BuiltInQuestion[], id = 'b') {
  const { content } = writeQti({ id, title: 'B', questions })
  const zip = typeof content === 'string' ? null : readZip(content)
  if (zip?.is !== 'read') throw new Error('no archive')
  return zip.paths.map(path => {
    const file = zip.read(path)
    const xml = file?.is === 'read' ? readXml(new TextDecoder().decode(file.bytes)) : null
    if (xml?.is !== 'read') throw new Error(path)
    return { path, root: xml.root }
  })
}

const all = (element: XmlElement): readonly XmlElement[] => [element, ...childrenOf(element).flatMap(all)]

const blocks = 'pre h1 h2 h3 h4 h5 h6 p ol ul hr blockquote div audio video'.split(' ')
const isBlock = (name: string) => blocks.includes(name) || /-(?:block|interaction)$/.test(name)
const inline = /^(?:img|br|em|a|code|span|strong)$/

/** What the schema of QTI 3.0 (items) asks of an element that we write, beyond what its names say. */
const rules: { readonly [name: string]: (element: XmlElement) => boolean } = {
  'qti-item-body': element =>
    element.children.every(child =>
      child instanceof XmlElement ? isBlock(child.name) : 'text' in child && /^\s*$/.test(String(child.text)),
    ),
  'qti-rubric-block': ({ attributes }) =>
    /^(?:instructions|scoring|navigation)$/.test(attributes.use ?? '') && attributes.view !== undefined,
  'qti-mapping': element => childrenOf(element, 'qti-map-entry').length > 0,
  'qti-inline-choice': element => childrenOf(element).every(({ name }) => inline.test(name)),
  'qti-hottext': element => childrenOf(element).every(({ name }) => inline.test(name)),
  'qti-match-interaction': element => childrenOf(element, 'qti-simple-match-set').length === 2,
  'qti-simple-associable-choice': ({ attributes }) => /^\d+$/.test(attributes['match-max'] ?? ''),
  'qti-string-match': ({ attributes }) => /^(?:true|false)$/.test(attributes['case-sensitive'] ?? ''),
  'qti-sum': element => childrenOf(element).length > 0,
  audio: ({ attributes }) => /^(?:true|false)$/.test(attributes.controls ?? 'true'),
  video: ({ attributes }) => /^(?:true|false)$/.test(attributes.controls ?? 'true'),
  img: ({ attributes }) => attributes.src !== undefined && attributes.alt !== undefined,
}

/** The order in which an item's parts stand. */
const parts = [
  'qti-response-declaration',
  'qti-outcome-declaration',
  'qti-item-body',
  'qti-response-processing',
  'qti-modal-feedback',
]

function check(questions: readonly BuiltInQuestion[]) {
  for (const { path, root } of documentsOf(questions)) {
    const broken = all(root).filter(element => rules[element.name]?.(element) === false)
    expect([path, broken.map(({ name }) => name)]).toEqual([path, []])
    const names = all(root).flatMap(({ attributes: { identifier } }) => identifier ?? [])
    expect(names.filter(name => !/^[A-Za-z_][\w.-]*$/.test(name))).toEqual([])
    if (root.name !== 'qti-assessment-item') continue
    const order = childrenOf(root).map(({ name }) => parts.indexOf(name))
    expect(order).toEqual([...order].sort((one, other) => one - other))
    expect(order).not.toContain(-1)
  }
}

describe('what is written of QTI 3', () => {
  it('keeps to the schema, for every kind and field', () => check(everyQuestion), 60_000)

  it('keeps to it whatever the texts', () => {
    fc.assert(
      fc.property(anyQuestion(0.6), question => check([question])),
      { numRuns: 60 },
    )
  }, 60_000)

  it('has sounds and films in a block, under names that XML takes', () => {
    const media = (['image', 'audio', 'video'] as const).map(type => ({ type, src: `a.${type}`, alt: 'A' }))
    const choices = ['1:a', 'b'].map(id => ({ id, text: `<div>${id}`, media: media[1] }))
    const gap = { id: 'g', type: 'choice' as const, choices, key: 'b' }
    check([
      { id: '7:x', type: 'single-choice', stem: '<!-- x -->', choices, key: 'b', media },
      { id: 'q', type: 'cloze', stem: 'Fill.', text: '{{g}}', gaps: [gap], media },
    ] as readonly BuiltInQuestion[])
  })
})
