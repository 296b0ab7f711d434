import type { Issue } from '../index.js'

/** Questions with an error are not in the bank that is looked at: those behind one stand further down in the text. */
export function asInText(issues: readonly Issue[]): (issue: Issue) => Issue {
  const left = new Set(
    issues.flatMap(({ path: [list, index] }) => (list === 'questions' ? [Number(index)] : [])),
  )
  return issue => {
    const [list, index, ...rest] = issue.path
    if (list !== 'questions' || typeof index !== 'number') return issue
    let place = 0
    for (let kept = 0; kept < index || left.has(place); place++) if (!left.has(place)) kept++
    return { ...issue, path: [list, place, ...rest] }
  }
}
