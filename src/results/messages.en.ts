/** What a score is explained with: texts with `{places}` for figures. Plain data, so that a translation is a file. */
export interface ScoreMessages {
  readonly title: string
  /** By marking rule, with its figures. */
  readonly rules: { readonly [rule: string]: string }
  /** By reason of a part, with `{part}`, `{earned}` and `{possible}`. */
  readonly parts: { readonly [reason: string]: string }
  /** By reason of a penalty, with `{amount}` and `{left}`. */
  readonly penalties: { readonly [reason: string]: string }
  readonly floor: string
  readonly ceiling: string
  readonly certainty: string
  readonly outcome: string
  readonly points: string
  readonly round: string
  /** By reason of an override, with `{raw}`. */
  readonly overrides: { readonly [reason: string]: string }
  /** By outcome. */
  readonly outcomes: { readonly [outcome: string]: string }
  /** Why a response can't be handed in as it stands: by code. */
  readonly problems: { readonly [code: string]: string }
}

export const english = {
  title: 'Why {raw} of {max}?',
  rules: {
    'all-or-nothing': 'All or nothing: {share} of the points.',
    fractions: 'Each choice has a worth of its own: together {share}.',
    'right-minus-wrong': 'Right ones less wrong ones, by the number of right ones: {share}.',
    'every-decision': 'Every decision counts, to take a choice or to leave it: {share}.',
    'decisions-right-minus-wrong': 'Right decisions less wrong ones, by the number of choices: {share}.',
    coverage: 'Right ones found, times how many of those chosen are right: {share}.',
    capped: 'Right ones, less what was chosen beyond their number: {share}.',
    map: 'The sum of what each is worth: {sum} of {points} points, {share}.',
    'per-part': 'Each part counts for itself: {share}.',
    'minus-surplus': 'Right parts, less what was placed beyond their number: {share}.',
    'absolute-position': '{inPlace} of {of} stand in their place: {share}.',
    'next-excluding-last': 'Counted is what follows what, but for the last: {share}.',
    'next-including-last': 'Counted is what follows what, and what comes last: {share}.',
    'one-previous-next': 'Counted are right neighbours, before and after: {share}.',
    'all-previous-next': 'Counted is for each which others come before and after it: {share}.',
    'longest-ordered': 'Counted is the longest set that is in the right order: {share}.',
    'longest-contiguous': 'Counted is the longest run that is right without a gap: {share}.',
    distance: 'Counted is how near each stands to its place: {share}.',
    'relative-pairs': 'Counted are pairs in the right order: {share}.',
    'listed-orders': 'What this very order is worth: {share}.',
    'first-match': 'What the accepted answer is worth: {share}.',
    rubric: 'What the rubric gives: {share}.',
    'scored-later': 'To be marked by a person.',
  },
  parts: {
    right: '{part}: right, {earned}.',
    'partly-right': '{part}: right in part, {earned} of {possible}.',
    wrong: '{part}: wrong, {earned}.',
    missed: '{part}: missed, {earned}.',
    left: '{part}: rightly left alone, {earned}.',
    surplus: '{part}: belongs nowhere, {earned}.',
    'well-placed': '{part}: well placed, {earned}.',
    'partly-placed': '{part}: placed right in part, {earned} of {possible}.',
    misplaced: '{part}: out of place, {earned}.',
    missing: '{part}: missing, {earned}.',
    accepted: '{part}: accepted, {earned}.',
    'accepted-with-typos': '{part}: accepted, with a slip of the keyboard, {earned}.',
    'not-accepted': '{part}: not accepted, {earned}.',
    mapped: '{part}: worth {earned}.',
    unmapped: '{part}: not on the list, {earned}.',
    'rubric-level': '{part}: {earned} of {possible}.',
  },
  penalties: {
    tries: 'Earlier tries cost {amount}: {left} is left.',
    hints: 'Hints cost {amount}: {left} is left.',
    'solution-seen': 'The solution was seen before: nothing is left.',
    unit: 'The unit costs {amount}: {left} is left.',
    precision: 'The number of digits costs {amount}: {left} is left.',
    form: 'The way the number is written costs {amount}: {left} is left.',
  },
  floor: 'It can’t go below that: {from} is taken as {share}.',
  ceiling: 'It can’t go beyond that: {from} is taken as {share}.',
  certainty: 'At certainty {certainty} that counts as {share}.',
  outcome: 'These rules give {raw} points for this outcome.',
  points: '{share} of {points} points: {raw}.',
  round: 'Rounded to {decimals} decimals: {from} becomes {raw}.',
  overrides: {
    'full-points': 'Everyone has the points of this question: {raw}.',
    'marked-by-hand': 'A person gave {raw} points.',
  },
  outcomes: {
    correct: 'correct',
    partial: 'partly right',
    incorrect: 'not right',
    unanswered: 'not answered',
    invalid: 'could not be scored',
    pending: 'to be marked',
  },
  problems: {
    incomplete: 'Something is still open.',
    'not-a-list': 'Give a list.',
    'not-a-record': 'Say what belongs to what.',
    'not-a-text': 'Give a text.',
    'not-true-or-false': 'Say true or false.',
    'not-a-number': 'That can’t be read as a number.',
    'unknown-unit': 'That unit is not known here.',
    'not-reduced': 'Write the fraction in lowest terms.',
    'wrong-form': 'Write the number in the form that is asked for.',
    'unknown-choice': 'That is none of the choices.',
    'unknown-source': 'That is nothing that can be placed.',
    'unknown-target': 'That is no place for it.',
    'unknown-gap': 'There is no such gap.',
    'repeated-choice': 'Each can be given only once.',
    'too-few-choices': 'Choose more.',
    'too-many-choices': 'Choose fewer.',
    'exclusive-choice': 'One of these can’t be chosen with others.',
    'too-short': 'That is too short.',
    'too-long': 'That is too long.',
  },
} as const satisfies ScoreMessages

/** A table in another language: the same rows as the English one. */
export type CompleteMessages = {
  readonly [Table in keyof typeof english]: (typeof english)[Table] extends string
    ? string
    : { readonly [Row in keyof (typeof english)[Table]]: string }
}
