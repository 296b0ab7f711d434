import type { Issue } from '../index.js'

/** The text of a file and where it was found, or why it can't be had. */
export async function fetchText(
  address: string,
): Promise<{ readonly text: string; readonly base: string } | { readonly problems: readonly string[] }> {
  try {
    const response = await fetch(address)
    if (!response.ok) return { problems: [`${address}: ${response.status} ${response.statusText}`] }
    return { text: await response.text(), base: response.url || address }
  } catch (error) {
    return { problems: [`${address}: ${error instanceof Error ? error.message : error}`] }
  }
}

/** What makes a file unplayable, each with its place. */
export function problemsOf(issues: readonly Issue[]): readonly string[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map(({ message, path, line, column }) => {
      const place = line === undefined ? '' : `${line}:${column} `
      return path.length === 0 ? `${place}${message}` : `${place}${path.join('.')}: ${message}`
    })
}
