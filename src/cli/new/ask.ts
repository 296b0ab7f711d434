import { UsageError } from '../command.js'
import { namedAmong, type OtherNames } from '../named.js'
import type { Prompts } from './prompts.js'

/** What is to be known: by an option or, where that isn't given, by asking at a terminal. */
interface Wanted {
  /** The option that answers it; null where only a terminal can ask, or another option should have told. */
  readonly option: string | null
  /** What is asked at a terminal. */
  readonly message: string
  readonly example?: string
  /** What an empty answer means, where there may be one. */
  readonly blank?: string
  /** Whether it may have several lines at a terminal. */
  readonly lines?: boolean
  /** What to do where there is no terminal to ask at. */
  readonly remedy?: string
  /** What is wrong with a text, beside those given before; null where nothing is. */
  check?(text: string, before: readonly string[]): string | null
}

/** One of several, as it is written down and as it is shown. */
export interface Pickable<Value extends string = string> {
  readonly value: Value
  readonly label: string
}

/** Asks an author: the options first, then the terminal. Where there is no terminal, `instead` stands to be written over. */
export interface Ask {
  /** What was left to be written over. */
  readonly left: readonly string[]
  /** Options that nothing asked for. */
  unused(): readonly string[]
  /** @throws UsageError without a terminal when neither the option nor `instead` tells. */
  text(wanted: Wanted & { readonly instead: string | null }): Promise<string>
  /** A text that may be left out. */
  optional(wanted: Wanted): Promise<string | null>
  list(
    wanted: Wanted & { readonly least: number; readonly instead: readonly string[] },
  ): Promise<readonly string[]>
  /** Two texts each: `--pair "Danube = Black Sea"`. The second is one of `among`, or null for none, where that is given. */
  pairs(
    wanted: Wanted & {
      readonly least: number
      readonly instead: readonly Pairing[]
      other(text: string): Wanted & { readonly among?: readonly string[] }
    },
  ): Promise<readonly Pairing[]>
  /** @throws UsageError without a terminal when neither the option nor `instead` tells. */
  pick<Value extends string>(
    wanted: Wanted & {
      readonly among: readonly Pickable<Value>[]
      readonly instead: Value | null
      /** What people may call one of them. */
      readonly others?: OtherNames
    },
  ): Promise<Value>
  several(
    wanted: Wanted & { readonly among: readonly Pickable[]; readonly instead: readonly string[] | null },
  ): Promise<readonly string[]>
}

export type Pairing = readonly [text: string, other: string | null]

/** The options as they were given: name → values. */
export type Given = { readonly [option: string]: string | readonly string[] | undefined }

/** @param prompts null where there is no terminal. */
export function createAsk(given: Given, prompts: Prompts | null): Ask {
  const queues = new Map(
    Object.entries(given).flatMap(([option, values]): [string, string[]][] =>
      values === undefined ? [] : [[option, [values].flat().map(text => text.replace(/\r\n?/g, '\n'))]],
    ),
  )
  const left: string[] = []

  const take = ({ option, check }: Wanted, count = Number.POSITIVE_INFINITY): readonly string[] | null => {
    const values = (option !== null && queues.get(option)?.splice(0, count)) || []
    for (const [index, value] of values.entries())
      refuse(option, faultOf(value, values.slice(0, index), check))
    return values.length > 0 ? values : null
  }
  const refuse = (option: string | null, fault: string | null) => {
    if (fault !== null) throw new UsageError([`--${option}: ${fault}`])
  }
  const oneOf = <Value extends string>(
    option: string | null,
    value: string,
    known: readonly Value[],
    others?: OtherNames,
  ) =>
    namedAmong(
      `--${option}: There is no`,
      value,
      known.filter(one => one !== ''),
      others,
    )
  const leave = <Value>({ option, message, remedy }: Wanted, instead: Value | null): Value => {
    if (instead === null)
      throw new UsageError([`Without a terminal, ${remedy ?? `give --${option}: ${message}`}`])
    if (option !== null && !(Array.isArray(instead) && instead.length === 0)) left.push(option)
    return instead
  }

  const pairIn = ({ option, other }: Parameters<Ask['pairs']>[0], value: string): Pairing => {
    const at = value.indexOf('=')
    const [text, rest] = [value.slice(0, at).trim(), value.slice(at + 1).trim()]
    if (text === '') refuse(option, 'Write something before the =.')
    const { among, check } = other(text)
    if (!among) refuse(option, faultOf(rest, [], check))
    else if (rest !== '') oneOf(option, rest, among)
    return [text, rest || null]
  }

  const ask: Ask = {
    left,
    unused: () => [...queues].filter(([, values]) => values.length > 0).map(([option]) => option),
    async text(wanted) {
      const [value] = take(wanted, 1) ?? []
      return value ?? (prompts ? prompts.text(wanted) : leave(wanted, wanted.instead))
    },
    async optional(wanted) {
      const [value] = take(wanted, 1) ?? []
      return value ?? ((await prompts?.text({ blank: 'none', ...wanted })) || null)
    },
    async list(wanted) {
      const { message, least, instead, check } = wanted
      const values = take(wanted)
      if (values && values.length < least) refuse(wanted.option, `${least} are needed at the least.`)
      if (values) return values
      if (!prompts) return leave(wanted, instead)
      const texts: string[] = []
      for (;;) {
        const text = await prompts.text({
          ...wanted,
          message: `${message} ${texts.length + 1}`,
          ...(texts.length >= least && { blank: 'no more' }),
          check: value => faultOf(value, texts, check),
        })
        if (text === '') return texts
        texts.push(text)
      }
    },
    async pairs(wanted) {
      const { other, least, instead, option } = wanted
      const values = take({ ...wanted, check: text => (text.includes('=') ? null : `Write '${text} = …'.`) })
      if (!values && !prompts) return leave(wanted, instead)
      const pairings = values?.map(value => pairIn(wanted, value))
      if (pairings && pairings.length < least) refuse(option, `${least} are needed at the least.`)
      if (pairings || !prompts) return pairings ?? instead
      const texts = await ask.list({ ...wanted, instead: [] })
      const made: Pairing[] = []
      for (const text of texts) {
        const { among, ...second } = other(text)
        const places = among?.map(value => ({ value, label: value }))
        const given = places
          ? await prompts.pick(second.message, [...places, { value: '', label: 'None of these' }])
          : await prompts.text(second)
        made.push([text, given || null])
      }
      return made
    },
    async pick(wanted) {
      const [value] = take(wanted, 1) ?? []
      if (value === undefined)
        return prompts ? prompts.pick(wanted.message, wanted.among) : leave(wanted, wanted.instead)
      return oneOf(wanted.option, value, valuesOf(wanted.among), wanted.others)
    },
    async several(wanted) {
      const values = take(wanted)
      if (!values)
        return prompts ? prompts.several(wanted.message, wanted.among) : leave(wanted, wanted.instead)
      return values.map(value => oneOf(wanted.option, value, valuesOf(wanted.among)))
    },
  }
  return ask
}

const valuesOf = <Value extends string>(among: readonly Pickable<Value>[]) => among.map(({ value }) => value)

/** Nothing is written twice, and nothing is empty. */
function faultOf(text: string, before: readonly string[], check: Wanted['check']): string | null {
  if (text.trim() === '') return 'Write something.'
  if (before.includes(text)) return `There is '${text}' already.`
  return check?.(text, before) ?? null
}
