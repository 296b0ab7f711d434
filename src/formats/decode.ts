/** True for bytes that no text has. UTF-16 begins with a mark of its own. */
export function isBinary(content: string | Uint8Array): boolean {
  if (typeof content === 'string' || (content[0] ?? 0) >= 0xfe) return false
  return content.subarray(0, 8000).includes(0)
}

/** The text of bytes; not exact where they are no UTF-8 and were taken for Windows-1252. */
export function decode(content: string | Uint8Array): { readonly text: string; readonly isExact: boolean } {
  if (typeof content === 'string') return { text: content, isExact: true }
  const [first, second] = content
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(content), isExact: true }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), isExact: true }
  } catch {
    // As a stream, as Node.js 20 takes Windows-1252 for Latin-1 where it has all at once.
    return { text: new TextDecoder('windows-1252').decode(content, { stream: true }), isExact: false }
  }
}
