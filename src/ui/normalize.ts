import type { PartProps } from './part.js'

/** Makes props of a part for a framework. */
export type Normalize<Props> = (props: PartProps, tag: string) => Props

type Props = Record<string, unknown>

const reactNames: { readonly [name: string]: string } = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  novalidate: 'noValidate',
  readonly: 'readOnly',
  maxlength: 'maxLength',
  inputmode: 'inputMode',
  autocomplete: 'autoComplete',
  autocapitalize: 'autoCapitalize',
  spellcheck: 'spellCheck',
  onclick: 'onClick',
  onkeydown: 'onKeyDown',
  onpointerdown: 'onPointerDown',
  onsubmit: 'onSubmit',
  // React's `onChange` is what HTML calls `input`.
  oninput: 'onChange',
  onchange: 'onChange',
}

/** For React: `<part.tag {...part.props} />`. A select is told its value, and no option that it is selected. */
export const reactProps: Normalize<Props> = (props, tag) =>
  rename(props, name => (tag === 'option' && name === 'selected' ? null : (reactNames[name] ?? name)))

/** For Vue: `h(part.tag, part.props)`. */
export const vueProps: Normalize<Props> = props =>
  rename(props, name => (name.startsWith('on') ? `on${name.charAt(2).toUpperCase()}${name.slice(3)}` : name))

/** For Svelte 5: `<svelte:element this={part.tag} {...part.props}>`. */
export const svelteProps: Normalize<Props> = props => rename(props, name => name)

const solidNames: { readonly [name: string]: string } = { readonly: 'readOnly' }

/** For Solid: `<Dynamic component={part.tag} {...part.props} />`. */
export const solidProps: Normalize<Props> = props => rename(props, name => solidNames[name] ?? name)

/** For the DOM itself, as `renderParts` takes them. */
export const domProps: Normalize<PartProps> = props => props

/** The props under other names, without those that are not set. */
function rename(props: PartProps, nameOf: (name: string) => string | null): Props {
  const named: Props = {}
  for (const [name, value] of Object.entries(props)) {
    const to = value === undefined ? null : nameOf(name)
    if (to !== null) named[to] = value
  }
  return named
}
