import { questionRule } from '../rule.js'

/** A decimal that has to be met to the last digit, or a measure of no unit. */
export const numericTolerance = questionRule(
  {
    id: 'numeric-tolerance',
    severity: 'warning',
    advice: 'Learners round. Give a tolerance, or say to how many decimals; and say in which unit.',
    from: 'text2qti; Moodle',
    bad: [
      { id: 'example', type: 'numeric', stem: 'How many kilometres are a mile?', key: [{ value: 1.60934 }] },
    ],
    better: [
      {
        id: 'example',
        type: 'numeric',
        stem: 'How many kilometres are a mile?',
        key: [{ value: 1.60934, tolerance: 0.01 }],
      },
    ],
  },
  question => {
    if (question.type !== 'numeric') return null
    const index =
      question.precision || saysDigits.test(question.stem)
        ? -1
        : question.key.findIndex(
            ({ value, tolerance = 0, rounded }) =>
              value !== undefined && !Number.isInteger(value) && tolerance === 0 && !rounded,
          )
    if (index !== -1)
      return {
        field: `key.${index}`,
        message: `${question.key[index]?.value} has to be met to the last digit.`,
      }
    return isMeasured(question.stem) && question.units === undefined && !saysUnit.test(question.stem)
      ? { field: 'units', message: 'It asks for a measure, and names no unit.' }
      : null
  },
)

/** English. */
const saysDigits =
  /\b(?:one|two|three|four|\d) decimals?\b|\bdecimal places?\b|\bsignificant (?:figures|digits)\b|\bround(?:ed)? (?:to|off|your)\b|\bnearest (?:tenth|hundredth|thousandth)\b/i

/** English. */
const isMeasured = (stem: string) =>
  /\bhow (?:far|tall|heavy|long|fast|deep|wide|high|hot|cold)\b|\bwhat is the (?:\w+ )?(?:length|height|mass|weight|speed|velocity|acceleration|volume|area|force|temperature|distance|pressure|density|energy|power|resistance|voltage|current|frequency|wavelength|concentration)\b/i.test(
    stem,
  )

const saysUnit =
  /\bin (?:\p{L}+ )?(?:[a-zµμΩ°]{1,4}\d?(?:[/·⋅ ]?[a-zµΩ]{1,4}[-⁻]?[\d²³]?)?\b|\p{L}+s\b|feet|percent|kelvin|celsius|fahrenheit)|[\d\s(](?:mm|cm|m|km|g|kg|mg|s|min|h|ms|l|ml|mol|n|j|kj|w|kw|v|a|hz|pa|kpa|°c|k)\b|%|\b(?:metres?|meters?|kilomet(?:re|er)s?|grams?|kilograms?|seconds?|minutes?|hours?|days?|years?|miles?|inch(?:es)?|degrees?|lit(?:re|er)s?)\b/iu
