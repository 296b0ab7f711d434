import { XmlElement } from '@rgrove/parse-xml'
import { escapeHtml } from '../html.entities.js'
import { childOf, childrenOf, hasElements, markupOf } from '../xml.js'
import { type Condition, conditionsOf, equalsIn, scoringOf, variableOf } from './qti12.conditions.js'

/** One place for a response in an item. */
export interface ResponsePlace {
  readonly id: string
  /** `lid`: picks among labels; `str`, `num`: is written; `other`: a point, a pair, a file. */
  readonly is: 'lid' | 'str' | 'num' | 'other'
  readonly cardinality: 'single' | 'multiple' | 'ordered'
  /** HTML that stands with it: what is asked here. */
  readonly prompt: string
  readonly labels: readonly { readonly id: string; readonly html: string; readonly isFixed: boolean }[]
  readonly shuffles: boolean
  /** What may be written: `String`, `Integer`, `Decimal`; rows of a box that is more than one line. */
  readonly fibtype: string
  readonly rows: number
  /** True where it says how many may or must be picked. */
  readonly isLimited: boolean
}

/** An item of QTI 1.2, without what belongs to no question. */
export interface Item {
  readonly id: string
  readonly title: string
  /** What Canvas and its like call the kind: `multiple_choice_question`. Null where the file doesn't say. */
  readonly named: string | null
  readonly points: number | null
  /** HTML; `\uFDE0` and `\uFDE1` around the number of a response that is written within the text. */
  readonly html: string
  readonly responses: readonly ResponsePlace[]
  readonly conditions: readonly Condition[]
  /** What points begin with, and are held to. */
  readonly bounds: { readonly start?: number; readonly least?: number; readonly most?: number }
  /** HTML by id. */
  readonly feedback: ReadonlyMap<string, string>
  /** Those that are about one value alone, as they stand in the file. */
  readonly byValue: ReadonlyMap<string, readonly Condition[]>
  /** True where several conditions can give points for one response, which are added. */
  readonly addsUp: boolean
  /** Those that one condition alone shows. */
  readonly shownOnce: ReadonlySet<string>
  /** HTML. */
  readonly hints: readonly string[]
  readonly solution: string
  /** What Blackboard calls the kind, and whether it gives credit in part. Null for other systems. */
  readonly blackboard: { readonly kind: string; readonly isPartial: boolean } | null
}

const places: { readonly [element: string]: ResponsePlace['is'] } = {
  response_lid: 'lid',
  response_str: 'str',
  response_num: 'num',
  response_xy: 'other',
  response_grp: 'other',
  response_extension: 'other',
}

export function itemOf(element: XmlElement): Item {
  const fields = fieldsOf(element)
  const presentation = childOf(element, 'presentation')
  const found = presentation ? within(presentation, name => Object.hasOwn(places, name)) : []
  const feedback = new Map(
    childrenOf(element, 'itemfeedback')
      .filter(one => !childOf(one, 'solution') && !childOf(one, 'hint'))
      .map(one => [one.attributes.ident ?? '', htmlOf(one)] as const),
  )
  const responses = found.map(placeOf)
  const kind = fields.get('bbmd_questiontype')
  const own = new Set(responses.map(({ id }) => id))
  const labelled = responses.flatMap(({ id, labels }) => labels.map(label => [label.id, id] as const))
  const conditions = conditionsOf(
    element,
    new Map(labelled.filter(([label]) => !own.has(label))),
    // Blackboard's other numbers are hundredths.
    kind === undefined ? undefined : 100,
  )
  const points = Number(
    fields.get('points_possible') ??
      fields.get('respondusapi_qpoints') ??
      fields.get('qmd_absolutescore_max') ??
      fields.get('cc_weighting') ??
      fields.get('qmd_weighting') ??
      Number.NaN,
  )
  return {
    id: element.attributes.ident ?? '',
    title: element.attributes.title ?? '',
    named: fields.get('question_type') ?? null,
    points: Number.isFinite(points) ? points : null,
    html: presentation ? askedIn(presentation, new Map(found.map((one, index) => [one, index]))) : '',
    responses,
    conditions,
    bounds: boundsOf(element, variableOf(conditions)),
    feedback,
    byValue: valuesIn(conditions),
    addsUp: isAddedUp(responses, conditions),
    shownOnce: onceIn(conditions.flatMap(({ shows }) => [...new Set(shows)])),
    hints: within(element, name => name === 'hintmaterial').map(htmlOf),
    solution: within(element, name => name === 'solutionmaterial')
      .map(htmlOf)
      .join(''),
    blackboard:
      kind === undefined ? null : { kind, isPartial: /^true$/i.test(fields.get('bbmd_partialcredit') ?? '') },
  }
}

function isAddedUp(responses: Item['responses'], conditions: Item['conditions']): boolean {
  const [place, ...others] = responses
  const isSingle = others.length === 0 && place?.cardinality === 'single'
  const scoring = scoringOf(conditions)
  return !isSingle && scoring.length > 1 && scoring.some(({ adds }) => adds)
}

function valuesIn(conditions: Item['conditions']): Item['byValue'] {
  const found = new Map<string, Condition[]>()
  for (const condition of conditions) {
    const [one, ...others] = equalsIn(condition.test)
    if (!one || others.length > 0) continue
    const same = found.get(one.value)
    if (same) same.push(condition)
    else found.set(one.value, [condition])
  }
  return found
}

function onceIn(ids: readonly string[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()]
  for (const id of ids) (once.has(id) ? again : once).add(id)
  return new Set([...once].filter(id => !again.has(id)))
}

function boundsOf(item: XmlElement, variable = 'SCORE'): Item['bounds'] {
  const declared = within(item, name => name === 'decvar')
  const { defaultval, minvalue, maxvalue } =
    declared.find(({ attributes: { varname = 'SCORE' } }) => varname === variable)?.attributes ?? {}
  return {
    ...(defaultval && { start: Number(defaultval) || 0 }),
    ...(minvalue && { least: Number(minvalue) || 0 }),
    ...(Number(maxvalue) > 0 && { most: Number(maxvalue) }),
  }
}

function fieldsOf(item: XmlElement): ReadonlyMap<string, string> {
  const metadata = childOf(item, 'itemmetadata')
  const fields = metadata
    ? within(metadata, name => name === 'qtimetadatafield' || name === 'qti_metadatafield')
    : []
  const own = (metadata ? childrenOf(metadata) : []).map(({ name, text }) => [name, text.trim()] as const)
  const said = (field: XmlElement, name: string) => childOf(field, name)?.text.trim() ?? ''
  return new Map([
    ...own,
    ...fields.map(field => [said(field, 'fieldlabel'), said(field, 'fieldentry')] as const),
  ])
}

function placeOf(element: XmlElement): ResponsePlace {
  const labels = within(element, name => name === 'response_label')
  const render = within(element, name => name.startsWith('render_') || name === 'ims_render_object')
  const said = (name: string) => render.map(({ attributes }) => attributes[name]).find(Boolean) ?? ''
  return {
    id: element.attributes.ident ?? '',
    is: places[element.name] ?? 'other',
    cardinality: cardinalityOf(element.attributes.rcardinality),
    prompt: [element, ...render]
      .flatMap(one => childrenOf(one, 'material').map(said => `<div>${htmlOf(said)}</div>`))
      .join(''),
    labels: labels.map(label => ({
      id: label.attributes.ident ?? '',
      html: htmlOf(label),
      isFixed: /^no$/i.test(label.attributes.rshuffle ?? ''),
    })),
    shuffles: !/^no$/i.test(said('shuffle')),
    fibtype: said('fibtype'),
    rows: Number(said('rows')) || 1,
    isLimited: Number(said('minnumber')) > 1 || (Number(said('maxnumber')) || labels.length) < labels.length,
  }
}

function cardinalityOf(said = 'single'): ResponsePlace['cardinality'] {
  const name = said.toLowerCase()
  return name === 'multiple' || name === 'ordered' ? name : 'single'
}

/** The HTML that asks: all but what belongs to a response. Where a response is written, its number stands. */
export function askedIn(element: XmlElement, found: ReadonlyMap<XmlElement, number>): string {
  return childrenOf(element)
    .map(child => {
      const index = found.get(child)
      const isWritten = ['str', 'num'].includes(places[child.name] ?? '')
      if (index !== undefined) return isWritten ? `\uFDE0${index}\uFDE1` : ''
      if (child.name === 'material') return htmlOf(child)
      return child.name.startsWith('flow') ? `<div>${askedIn(child, found)}</div>` : ''
    })
    .join('')
}

/** What holds a text; the last two are Blackboard's own. */
const texts = new Set(['mattext', 'matemtext', 'mat_formattedtext', 'webct:localizable_mattext'])

/** What a material says, as HTML. */
export function htmlOf(element: XmlElement): string {
  return childrenOf(element)
    .map(child => {
      if (texts.has(child.name)) return textOf(child)
      const uri = files.has(child.name) ? addressOf(child) : ''
      if (uri !== '') return shownFile(uri, child.attributes.label)
      if (child.name === 'matbreak') return '<br>'
      return places[child.name] === undefined && child.name !== 'response_label' ? htmlOf(child) : ''
    })
    .join('')
}

const files = new Set(['matimage', 'mataudio', 'matvideo', 'matapplication'])

/** Where a file is; one that stands in the text is its own address. */
function addressOf({ name, attributes, text }: XmlElement): string {
  const { uri, embedded, imagtype, audiotype, videotype, apptype = 'application/octet-stream' } = attributes
  if (uri || embedded !== 'base64' || text.trim() === '') return uri ?? ''
  const type = audiotype ?? videotype ?? imagtype ?? (name === 'matimage' ? 'image/gif' : apptype)
  return `data:${type};base64,${text.replace(/\s/g, '')}`
}

/** Pictures, sounds and films are read as images, and told by their names; of what else is attached nothing is shown. */
const shownFile = (uri: string, label = '') =>
  /\.(?:pdf|docx?|pptx?|xlsx?|zip|html?|txt|rtf|swf|jar)$/i.test(uri)
    ? `<object data="${escapeHtml(uri)}"></object>`
    : `<img src="${escapeHtml(uri)}" alt="${escapeHtml(label)}">`

function textOf(element: XmlElement): string {
  const said = markupOf(element)
  const { texttype = element.attributes.type ?? '' } = element.attributes
  const isEither = /^(?:smart_text)?$/i.test(texttype)
  const isHtml = /html/i.test(texttype) || (isEither && /<[a-z/!]|&(?:#|\w+;)/i.test(said))
  return isHtml || hasElements(element) ? said : escapeHtml(said)
}

/** Elements below at any depth, but not within one that fits. */
export function within(element: XmlElement, fits: (name: string) => boolean): readonly XmlElement[] {
  const found: XmlElement[] = []
  const look = (one: XmlElement) => {
    for (const child of one.children)
      if (child instanceof XmlElement && fits(child.name)) found.push(child)
      else if (child instanceof XmlElement) look(child)
  }
  look(element)
  return found
}
