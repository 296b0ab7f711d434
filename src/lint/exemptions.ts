import { didYouMean } from '../bank/index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank, Issue } from '../question/index.js'
import { ownValue } from '../question/index.js'
import { rules } from './rules/index.js'

/** What is wrong with an exemption, and how much. */
export const exemptionSeverities = { 'unknown-rule': 'warning', 'unneeded-exemption': 'info' } as const

/** The rules that a bank and its questions leave out, and which of these exemptions were of use. */
export function createExemptions({ lint: forBank, questions }: Bank<BuiltInQuestion>) {
  const used = new Set<string>()
  const looked = new Set<string>()
  const nameOf = (rule: string, question: number | null) => `${question ?? ''}/${rule}`
  const isExempt = (rule: string, question: number | null) =>
    ownValue(question === null ? forBank : questions[question]?.lint, rule) !== undefined

  /** What the exemptions of the bank or of one question come to. */
  function check(given: { readonly [rule: string]: string } | undefined, question: number | null): Issue[] {
    const at = question === null ? ['lint'] : ['questions', question, 'lint']
    return Object.keys(given ?? {}).flatMap(rule => {
      const tell = (code: keyof typeof exemptionSeverities, message: string): Issue[] => [
        { code, severity: exemptionSeverities[code], path: [...at, rule], message },
      ]
      if (!ids.includes(rule))
        return tell('unknown-rule', `There is no lint rule '${rule}'.${didYouMean(rule, ids)}`)
      if (!looked.has(rule) || used.has(nameOf(rule, question))) return []
      return tell('unneeded-exemption', `Nothing breaks '${rule}' here: the exemption can go.`)
    })
  }

  return {
    /** Notes that a rule is gone by. */
    look: (rule: string) => looked.add(rule),
    /** Whether a finding is covered; notes which exemptions were of use. */
    cover(rule: string, question: number | null): boolean {
      const covering = [...new Set([question, null])].filter(place => isExempt(rule, place))
      for (const place of covering) used.add(nameOf(rule, place))
      return covering.length > 0
    },
    issues: (): readonly Issue[] => [
      ...check(forBank, null),
      ...questions.flatMap(({ lint }, index) => check(lint, index)),
    ],
  }
}

const ids = rules.map(({ id }) => id)
