/** Markdown without its marks: the words alone, for a label or for speech. */
export function spoken(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/`+/g, '')
    .replace(/(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~]+?)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
