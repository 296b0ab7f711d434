import type { Part, PartProps, TextFormat } from './part.js'

/** Makes of an author's text what is shown of it. It must be safe: nothing in a text may run. */
export type RenderText = (text: string, format: Exclude<TextFormat, 'plain'>) => Node

/** What an element was made from last. */
const painted = new WeakMap<Element, Part>()

/**
 * Paints parts into an element of the page, without a framework. What stays keeps its element, and so its focus and
 * its caret.
 *
 * @param renderText for the author's Markdown and pictures; without it Markdown is shown as it is written, and a picture
 *   not at all.
 */
export function renderParts(
  container: Element | ShadowRoot,
  parts: readonly Part[],
  renderText: RenderText = (text, format) => document.createTextNode(format === 'svg' ? '' : text),
): void {
  const known = new Map<string, Element>()
  for (const child of container.children) {
    const before = painted.get(child)
    if (before) known.set(nameOf(before), child)
  }
  const wanted = parts.map(part => {
    const element = known.get(nameOf(part)) ?? document.createElement(part.tag)
    known.delete(nameOf(part))
    return paint(element, part, renderText)
  })
  for (const element of known.values()) element.remove()
  let place = container.firstElementChild
  while (place && !painted.has(place)) place = place.nextElementSibling
  for (const element of wanted) {
    if (element === place) place = place.nextElementSibling
    else container.insertBefore(element, place)
  }
}

const nameOf = ({ tag, key }: Part) => `${tag} ${key}`

function paint(element: Element, part: Part, renderText: RenderText): Element {
  const before = painted.get(element)
  if (before === part) return element
  painted.set(element, part)
  const { children, text, format, props } = part
  if (text === null) renderParts(element, children, renderText)
  else if (before?.text !== text || before.format !== format)
    element.replaceChildren(format === 'plain' ? text : renderText(text, format))
  setProps(element, before?.props ?? {}, props)
  return element
}

/** What a field shows now is a property: its attribute says only what it showed first. */
const properties = new Set(['value', 'checked', 'selected'])
const fields = 'input, select, textarea, option'

function setProps(element: Element, before: PartProps, after: PartProps): void {
  const target = element as unknown as { [name: string]: unknown }
  for (const name of Object.keys(before)) if (!(name in after)) setProp(element, target, name, undefined)
  for (const [name, value] of Object.entries(after))
    if (value !== before[name] || properties.has(name)) setProp(element, target, name, value)
}

function setProp(
  element: Element,
  target: { [name: string]: unknown },
  name: string,
  value: PartProps[string],
): void {
  if (name.startsWith('on')) target[name] = value ?? null
  else if (properties.has(name) && element.matches(fields)) {
    if (target[name] !== value) target[name] = value ?? ''
  } else if (value === undefined || value === false) element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}
