import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { questionRule } from '../rule.js'

/** A picture that says nothing to those who can't see it. */
export const imageAlt = questionRule(
  {
    id: 'image-alt',
    severity: 'warning',
    advice: 'Say in alt what a learner needs of it. Leave this rule out, saying so, for decoration alone.',
    from: 'WCAG 2.2, success criterion 1.1.1',
    bad: [
      {
        id: 'example',
        type: 'true-false',
        stem: 'Is it?',
        key: true,
        media: [{ type: 'image', src: 'map.png', alt: 'map.png' }],
      },
    ],
    better: [
      {
        id: 'example',
        type: 'true-false',
        stem: 'Is it?',
        key: true,
        media: [{ type: 'image', src: 'map.png', alt: 'Lithuania and its neighbours' }],
      },
    ],
  },
  question => {
    const [found] = mediaIn(question).filter(([, { alt }]) => saysNothing(alt))
    return found ? { field: `${found[0]}.alt`, message: 'The alternative text tells nothing.' } : null
  },
)

function saysNothing(alt: string): boolean {
  const text = alt.trim()
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    /^[^\s]{1,100}\.(?:png|jpe?g|gif|svg|webp|avif|mp[34]|webm|ogg|wav)$/i.test(text) ||
    /^(?:(?:an?|the) )?(?:image|picture|photo|photograph|map|figure|fig|diagram|graph|chart|screenshot|img|dsc|bild|foto|imagen|audio|video|untitled(?: design)?|logo|null|undefined|alt(?: text)?)(?: of)?[\s\d._-]{0,10}$/i.test(
      text,
    )
  )
}

/** Everything to see or hear in a question and in what there is to pick or place, with its field. */
function mediaIn(question: BuiltInQuestion): readonly (readonly [string, Media])[] {
  const found = (question.media ?? []).map((media, index) => [`media.${index}`, media] as const)
  const fields: { readonly [field: string]: unknown } = question
  const inLists = lists.flatMap(list => {
    const entries = (fields[list] ?? []) as readonly { readonly media?: Media | undefined }[]
    return entries.flatMap(({ media }, index) => (media ? [[`${list}.${index}.media`, media] as const] : []))
  })
  return [...found, ...inLists]
}

const lists = ['choices', 'prompts', 'items', 'categories']
