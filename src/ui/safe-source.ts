/** Paths and web addresses; nothing that could run a script. Browsers skip white space and control characters. */
export function safeSource(src: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(src.replace(/[\s\p{Cc}]/gu, ''))?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'http' || scheme === 'https' ? src : null
}
