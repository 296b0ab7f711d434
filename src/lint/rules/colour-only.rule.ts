import { questionRule } from '../rule.js'

/** Something that only a colour tells apart. */
export const colourOnly = questionRule(
  {
    id: 'colour-only',
    severity: 'warning',
    english: true,
    advice: 'One in twelve men mixes up some colours. Name the thing by its place or its label too.',
    from: 'WCAG 2.2, success criterion 1.4.1',
    bad: [
      {
        id: 'example',
        type: 'true-false',
        stem: 'Is the red one the tallest?',
        key: true,
        media: [{ type: 'image', src: 'bars.png', alt: 'Four bars' }],
      },
    ],
    better: [
      {
        id: 'example',
        type: 'true-false',
        stem: 'Is the bar on the left the tallest?',
        key: true,
        media: [{ type: 'image', src: 'bars.png', alt: 'Four bars' }],
      },
    ],
  },
  question =>
    (question.media ?? []).length > 0 && byColour.test(question.stem)
      ? { field: 'stem', message: 'Only a colour tells which one is meant.' }
      : null,
)

const colour =
  '(?:(?:dark|light|pale|bright)[ -])?(?:red|green|blue|yellow|orange|purple|black|white|grey|gray|pink|brown)'
const thing =
  '(?:one|part|countr(?:y|ie)|state|column|point|label|bar|line|area|box|dot|arrow|circle|square|triangle|region|section|slice|curve|zone|shape)s?'

/** `The red line`, `the areas in red`, `marked in red`. */
const byColour = new RegExp(
  String.raw`\b(?:the ${colour} ${thing}|the ${thing} in ${colour}|(?:shown|marked|colou?red|shaded|highlighted|drawn) (?:in )?${colour})\b`,
  'i',
)
