import type { Media } from '../question/index.js'

const linkedSound = /\bhref\s*=\s*["']@@PLUGINFILE@@[^"']*\.(?:mp3|m4a|aac|wav|oga|ogg|flac)["']/i
const linkedFilm = /\bhref\s*=\s*["']@@PLUGINFILE@@[^"']*\.(?:mp4|m4v|mov|ogv|webm)["']/i

/** Sound and films, and links to those attached, which Moodle plays too, as images whose address says what they are. */
export function asImages(html: string): string {
  const opening = /<(?:(audio|video)|a)\b([^<>]*)>/gi
  let seen = ''
  let from = 0
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const [, player, attributes = ''] = found
    const linked = linkedSound.test(attributes) ? 'audio' : linkedFilm.test(attributes) && 'video'
    const type = player?.toLowerCase() ?? linked
    if (!type) continue
    const closing = new RegExp(`</${player ?? 'a'}\\b[^<>]*>`, 'gi')
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(html)
    if (!end) break
    const inside = html.slice(opening.lastIndex, end.index)
    opening.lastIndex = closing.lastIndex
    const src = /\b(?:src|href)\s*=\s*["']([^"']+)/i.exec(`${attributes} ${inside}`)?.[1]
    if (!src) continue
    // What stands in a player is for those who have none.
    const alt = player ? '' : inside.replace(/<[^<>]*>/g, '').trim()
    seen += `${html.slice(from, found.index)}<img src="moodle-${type}:${src}" alt="${alt.replaceAll('"', '&quot;')}">`
    from = closing.lastIndex
  }
  return seen + html.slice(from)
}

/** What an address says, as `asImages` gives it. */
export function playedAt(src: string): Pick<Media, 'type' | 'src'> {
  const [sign = '', type] = /^moodle-(audio|video):/.exec(src) ?? []
  return { type: (type as Media['type'] | undefined) ?? 'image', src: src.slice(sign.length) }
}
