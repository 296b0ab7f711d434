import { readingGrade as gradeOf, words } from '../../text/index.js'
import { pick, questionRule } from '../rule.js'

/** Texts that are harder to read than their readers can. */
export const readingLevel = questionRule(
  {
    id: 'reading-level',
    severity: 'info',
    needs: 'readingGrade',
    english: true,
    advice: 'Shorter sentences, and shorter words where there are some.',
    from: 'Kincaid et al. (1975): 0.39 words per sentence + 11.8 syllables per word − 15.59',
    bad: {
      bank: { readability: { grade: 6 } },
      questions: [
        pick(
          'Throughout the preceding parliamentary legislature, considering the considerable institutional complications surrounding multilateral negotiations concerning prospective membership invitations, which representative organisation demonstrated exceptional determination notwithstanding extraordinarily discouraging intergovernmental communications throughout successive preliminary deliberations?',
          '*Poland',
          'Spain',
          'Malta',
        ),
      ],
    },
    better: {
      bank: { readability: { grade: 6 } },
      questions: [
        pick(
          'Many states met to talk about a plan. Some were for it and some were cold. The talks were long and hard. Which state went on, though all went wrong for it?',
          '*Poland',
          'Spain',
          'Malta',
        ),
      ],
    },
  },
  ({ stem }, { readingGrade }) => {
    if (readingGrade === null || words(stem).length < 30) return null
    const grade = gradeOf(stem)
    return grade > readingGrade + 2
      ? {
          field: 'stem',
          message: `It reads as for grade ${Math.round(grade)}; the bank is for grade ${readingGrade}.`,
        }
      : null
  },
)
