import type { Module } from './parse/module.schema.js'

type Test = Pick<NonNullable<Module['preTest']>, 'pick'>

/** How many questions a test asks on an objective. */
export function countsOf(test: Test | undefined, objective: string): number {
  return (test?.pick ?? [])
    .filter(({ objectives }) => objectives === undefined || objectives.includes(objective))
    .reduce((sum, { count }) => sum + count, 0)
}

/** Questions that no test asks, as checks and remediation do. */
export function reservedOf({ lessons, remediation = [] }: Module): ReadonlySet<string> {
  const checks = lessons.flatMap(lesson => lesson.checks ?? [])
  return new Set([...checks, ...remediation].flatMap(({ questions = [] }) => questions))
}
