import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { base64Of, isRemote } from '../shelf.js'
import type { XmlNode } from '../xml.write.js'

export type Files = ReadonlyMap<string, Uint8Array>

const imagesIn = (media: readonly Media[]) => media.filter(({ type }) => type === 'image')

/** Markdown with its images after it. */
export function withImages(text: string, media: readonly Media[], gap: string): string {
  const written = imagesIn(media).map(({ src, alt }) => `![${alt.replace(/[[\]\n]/g, ' ')}](${placeOf(src)})`)
  return written.length === 0 ? text : `${text}${gap}${written.join(' ')}`
}

/** Files of a bank are named as Moodle names those that come with a text. */
function placeOf(src: string): string {
  const place = isRemote(src) ? src : `@@PLUGINFILE@@/${encodeURI(src).replace(/[?#]/g, encodeURIComponent)}`
  return place.replace(/[()\s]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
}

/** The files themselves, as they stand beside the text that names them. */
export function fileNodes(media: readonly Media[], files: Files): readonly XmlNode[] {
  const paths = new Set(imagesIn(media).map(({ src }) => src))
  return [...paths].flatMap(path => {
    const bytes = files.get(path)
    if (!bytes) return []
    const [, folder = '', name = path] = /^(.*\/)?([^/]*)$/.exec(path) ?? []
    return [
      {
        name: 'file',
        attributes: { name, path: `/${folder}`, encoding: 'base64' },
        content: base64Of(bytes),
      },
    ]
  })
}

/** Files that a question names where Moodle has images: its own, and those of choices, items and prompts. */
export function localFiles(question: BuiltInQuestion): readonly string[] {
  const parts = ['choices', 'items', 'prompts'].flatMap(
    name => (question as { readonly [list: string]: unknown })[name] ?? [],
  ) as readonly { readonly media?: Media }[]
  const all = [...(question.media ?? []), ...parts.flatMap(({ media }) => media ?? [])]
  return imagesIn(all)
    .map(({ src }) => src)
    .filter(src => !isRemote(src))
}
