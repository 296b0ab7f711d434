import { questionRule } from '../rule.js'

/** A picture that says nothing to those who can't see it. */
export const imageAlt = questionRule(
  {
    id: 'image-alt',
    severity: 'warning',
    advice: 'Say in alt what a learner needs of it. Leave it empty for decoration alone.',
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
    const index = (question.media ?? []).findIndex(
      ({ alt }) =>
        alt.trim() === '' ||
        /\.(?:png|jpe?g|gif|svg|webp)$/i.test(alt) ||
        /^(?:image|picture|photo|map|figure)$/i.test(alt.trim()),
    )
    return index === -1
      ? null
      : { field: `media.${index}.alt`, message: 'The alternative text tells nothing.' }
  },
)
