import type { BuiltInKind } from './index.js'

/** What kinds are called elsewhere, in small letters, and here. Only where that is clear. */
export const kindsElsewhere: { readonly [name: string]: BuiltInKind } = {
  'multiple-choice': 'single-choice',
  mcq: 'single-choice',
  'multiple-answer': 'multiple-response',
  'multiple-answers': 'multiple-response',
  checkbox: 'multiple-response',
  checkboxes: 'multiple-response',
  boolean: 'true-false',
  'fill-in-the-blank': 'cloze',
  'fill-in-the-blanks': 'cloze',
  gaps: 'cloze',
  number: 'numeric',
  order: 'ordering',
  sequence: 'ordering',
  match: 'matching',
  pairs: 'matching',
  'long-answer': 'essay',
}

/**
 * What an editor says twice when it begins a question of a kind, or a gap: the ids in the key, and in the text. `$3` is
 * a place to fill in. No text begins with a brace, which would need quotes in YAML.
 */
export const kindRepeats: {
  readonly [kind: string]: (idsOf: (list: string) => readonly string[]) => {
    readonly [field: string]: unknown
  }
} = {
  'single-choice': idsOf => ({ key: idsOf('choices')[0] }),
  choice: idsOf => ({ key: idsOf('choices')[0] }),
  'multiple-response': idsOf => ({ key: idsOf('choices').slice(0, 1) }),
  ordering: idsOf => ({ key: idsOf('items') }),
  matching: idsOf => ({ key: firstPair(idsOf('prompts'), idsOf('choices')) }),
  categorization: idsOf => ({ key: firstPair(idsOf('items'), idsOf('categories')) }),
  cloze: idsOf => ({
    text: idsOf('gaps')
      .map(id => `… {{${id}}}`)
      .join(' '),
  }),
  'hot-text': () => ({ text: '… {{$3|$4}} … {{$5|$6}}', key: ['$3'] }),
}

const firstPair = ([source]: readonly string[], [target]: readonly string[]) =>
  source === undefined ? {} : { [source]: target }

/**
 * What an editor says of a kind of question, by its name, and of the fields that only some kinds have. Where the same
 * name means several things, the name of what it stands in comes before it: `choices.feedback`, `cloze.text`.
 */
export const kindWords: { readonly [field: string]: string } = {
  'single-choice': 'Pick the right one.',
  'multiple-response': 'Pick all that are right.',
  'true-false': 'Say whether it is so.',
  'short-answer': 'Write a word or two.',
  numeric: 'Write a number.',
  ordering: 'Put in order.',
  matching: 'Find what fits.',
  categorization: 'Sort into groups.',
  cloze: 'Fill the gaps of a text.',
  'hot-text': 'Mark words of a text.',
  essay: 'Write a text, which a person marks.',

  choices: 'What can be picked.',
  'ordering.items': 'What is to be put in order.',
  'categorization.items': 'What is to be put into groups.',
  prompts: 'What something is to be found for.',
  categories: 'The groups.',
  text: 'What it says.',
  pinned: 'True where it keeps its place when the others are shuffled.',
  exclusive: 'True where it can’t be picked with others.',
  'choices.feedback': 'What those read who picked it.',
  'items.feedback': 'What those read who placed it.',
  misconception: 'Id of the misreading that leads here.',
  shuffle: 'False keeps the order as written.',
  choose: 'How many may be picked. Learners are told.',
  min: 'At the least.',
  max: 'At the most.',
  weights: 'How much one counts beside the others, by its id. 1 when left out.',
  weight: 'How much it counts beside the others. 1 when left out.',
  choiceFeedback: 'What those read who said so.',
  'choiceFeedback.true': 'For those who said that it is so.',
  'choiceFeedback.false': 'For those who said that it isn’t.',

  'short-answer.key': 'What is accepted. The first that fits counts.',
  'text.key': 'What is accepted. The first that fits counts.',
  'numeric.key': 'What is accepted. The first that fits counts.',
  'single-choice.key': 'Id of the right choice.',
  'choice.key': 'Id of the right choice.',
  'multiple-response.key': 'Ids of the right choices.',
  'true-false.key': 'Whether what the stem says is true.',
  'ordering.key': 'Ids of all items, first to last.',
  'matching.key': 'The right choice for each prompt, by their ids.',
  'categorization.key':
    'The right group for each item, by their ids. An item that is left out belongs nowhere.',
  'hot-text.key': 'Ids of the words that are to be marked.',
  'key.text': 'A text that is accepted.',
  'key.feedback': 'What those read who wrote it.',
  fraction: 'Share of the points that it earns. 1 when left out.',
  wildcard: 'True where `*` stands for any run of characters.',
  match: 'What counts when texts are compared.',
  'match.case': 'Whether capitals count. Not when left out.',
  'match.accents': 'Whether accents count. They do when left out.',
  'match.punctuation': 'Whether punctuation counts. It does when left out.',
  'match.space':
    'Whether a run of spaces is one (`collapse`, the default), none counts (`ignore`) or all do (`exact`).',
  'match.form': 'Unicode’s normal form. `NFC` when left out.',
  'match.typos': 'How many slips are let pass. None when left out.',
  'typos.longerThan': 'Only in texts of more characters than that.',
  'typos.allow': 'So many slips.',

  'key.value': 'A number that is accepted.',
  'key.tolerance': 'How far off a response may be. 0 when left out.',
  'key.toleranceType':
    '`nominal`, the default: by so much; `relative`: by this share; `geometric`: by the factor 1 + tolerance.',
  'key.rounded': 'Both are rounded so before they are compared.',
  'key.min': 'In place of a value: the least that is accepted.',
  'key.max': 'In place of a value: the most that is accepted.',
  decimals: 'Digits after the point.',
  significant: 'Significant digits.',
  precision: 'How many digits are asked for.',
  'precision.strict': 'True where closing zeros have to be written.',
  'precision.penalty': 'Share of what was earned that other digits cost. All of it when left out.',
  'numeric.form': 'How the number is to be written.',
  'form.accept': 'The forms that are accepted.',
  'form.reduced': 'True where a fraction has to be in lowest terms.',
  'form.penalty': 'Share of what was earned that another form costs. All of it when left out.',
  'form.again': 'True where another form can’t be handed in, so that it can be written again.',
  units: 'Units that may be written. The key is in the one whose factor is 1.',
  'units.unit': 'The unit as it is written.',
  'units.factor':
    'How many of it make one of the key’s unit: 100 for cm where the key is in m. 1 when left out.',
  'units.before': 'True where it stands before the number.',
  unitPenalty: 'What a wrong or missing unit costs.',
  'unitPenalty.share': 'From 0 to 1.',
  'unitPenalty.of': 'Of the `mark` that was earned, the default, or of the `maximum`.',
  locale: 'Language whose separators numbers have. The question’s when left out.',

  'cloze.text': 'Running text with `{{id}}` for each gap.',
  gaps: 'The gaps of the text.',
  'gaps.type': 'What is put into the gap.',
  'gaps.text': 'A text is written.',
  'gaps.numeric': 'A number is written.',
  'gaps.choice': 'One of its choices is picked.',
  'hot-text.text': 'Running text in which `{{id|words}}` can be marked.',
  'essay.words': 'How many words are asked for.',
  rubric: 'What the scorer looks at. Kept from the learner.',
  'rubric.points': 'What it is worth.',
}
