import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank, Objective } from '../question/index.js'

/** A question whose objective and tags are among those that its bank declares. */
type Declared<Q, ObjectiveId extends string, Tag extends string> = Q extends unknown
  ? Omit<Q, 'objective' | 'tags'> & {
      readonly objective?: NoInfer<ObjectiveId>
      readonly tags?: readonly NoInfer<Tag>[]
    }
  : never

/** A bank as TypeScript authors write it. Questions may have any tag where the bank declares no `tags`. */
export type BankDefinition<ObjectiveId extends string, Tag extends string> = Omit<
  Bank<BuiltInQuestion>,
  'objectives' | 'tags' | 'questions'
> & {
  readonly objectives?: readonly (Objective & { readonly id: ObjectiveId })[]
  readonly tags?: readonly Tag[]
  readonly questions: readonly Declared<BuiltInQuestion, ObjectiveId, Tag>[]
}

/**
 * Types a bank written in TypeScript: fields, kinds, objectives and tags are checked as one types. Costs nothing at
 * run time, and so does not see what types can't: give the bank to `checkBank` in a test.
 */
export function defineBank<const ObjectiveId extends string = never, const Tag extends string = string>(
  bank: BankDefinition<ObjectiveId, Tag>,
): Bank<BuiltInQuestion> {
  return bank as Bank<BuiltInQuestion>
}
