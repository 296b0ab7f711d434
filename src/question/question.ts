import type * as z from 'zod/mini'
import type { boundsSchema, hintSchema, mediaSchema, questionShape } from './schema.js'

/** A value that survives `JSON.parse(JSON.stringify(value))`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** `T` as data that nobody changes. */
export type Data<T> = T extends readonly (infer Item)[]
  ? readonly Data<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Data<T[Key]> }
    : T

type CommonShape = {
  [Key in keyof typeof questionShape]: z.infer<(typeof questionShape)[Key]>
}
type OptionalKey<T> = {
  [Key in keyof T]-?: undefined extends T[Key] ? Key : never
}[keyof T]

/** What the library knows of a question without knowing its kind. */
export type Question = Data<
  Omit<CommonShape, OptionalKey<CommonShape>> & Partial<Pick<CommonShape, OptionalKey<CommonShape>>>
> & {
  /** The kind of question: the name of its interaction. */
  readonly type: string
  readonly marking?: Marking | undefined
}

/** A marking rule by name, with its parameters. */
export interface Marking {
  readonly rule: string
  /** Share from which all points are given, and none below it. */
  readonly passAt?: number | undefined
}

/** How many of something: either end may be open. */
export type Bounds = Data<z.infer<typeof boundsSchema>>
export type Media = Data<z.infer<typeof mediaSchema>>
export type Hint = Data<z.infer<typeof hintSchema>>

/** What a record holds under a name itself: ids may be names that every object inherits, such as `toString`. */
export function ownValue<Value>(
  record: { readonly [name: string]: Value } | null | undefined,
  name: string,
): Value | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}
