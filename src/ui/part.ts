/** What a handler may count on of an event, in any framework. */
export interface UiEvent {
  readonly currentTarget: unknown
  readonly target?: unknown
  readonly key?: string
  preventDefault(): void
}

export type Handler = (event: UiEvent) => void

/**
 * Attributes and handlers in the spelling of HTML: `for`, `tabindex`, `aria-label`, `onclick`. Booleans are boolean
 * attributes; `value` and `checked` say what a field shows now.
 */
export interface PartProps {
  readonly [name: string]: string | number | boolean | Handler | undefined
}

/** How a text is written: as it stands, as the author's Markdown, for a line or for a block, or as an SVG document. */
export type TextFormat = 'plain' | 'inline' | 'block' | 'svg'

/** What `part` made has it. No JSON can: so no bank brings elements of its own where it should have a text. */
const made: unique symbol = Symbol.for('quizwright/part')

/** One element of the interface, made by `part`. Text or children, never both. */
export interface Part<Props = PartProps> {
  readonly [made]: true
  /** What it is, also for styles: the value of `data-part`. */
  readonly name: string
  /** The element that suits it. */
  readonly tag: string
  /** Names it among its siblings. */
  readonly key: string
  readonly props: Props
  readonly text: string | null
  readonly format: TextFormat
  readonly children: readonly Part<Props>[]
}

type Content = string | readonly (Part | null)[]

/** Makes a part; children that are null are left out, and so is what is no part. */
export function part(name: string, tag: string, props: PartProps = {}, content: Content = []): Part {
  return {
    [made]: true,
    name,
    tag,
    key: String(props.id ?? name),
    props: { 'data-part': name, ...props },
    text: typeof content === 'string' ? content : null,
    format: 'plain',
    children: typeof content === 'string' ? [] : content.filter(child => child !== null && made in child),
  }
}

/** The same part under a key of its own, where siblings share a name. */
export function keyed(key: string | number, made: Part): Part {
  return { ...made, key: String(key) }
}

/** The same tree with other props. */
export function mapProps<Props>(tree: Part, change: (props: PartProps, tag: string) => Props): Part<Props> {
  return {
    ...tree,
    props: change(tree.props, tree.tag),
    children: tree.children.map(child => mapProps(child, change)),
  }
}
