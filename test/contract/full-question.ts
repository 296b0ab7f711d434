/** A question's common fields, every one of them. */
export const fullQuestion = {
  id: 'full',
  stem: 'Which of these?',
  points: 2,
  objective: 'recall',
  tags: ['letters'],
  difficulty: 'easy',
  level: 'remember',
  irt: { a: 1.2, b: -0.5, c: 0.2, d: 0.98 },
  language: 'en',
  source: { document: 'report', paragraphs: [1, 2] },
  media: [
    {
      type: 'image',
      src: 'letters.svg',
      alt: 'Four letters',
      caption: 'Letters',
    },
  ],
  hints: [{ text: 'Look at the first line.', cost: 0.25 }],
  feedback: {
    correct: 'Right.',
    partial: 'In part.',
    incorrect: 'Wrong.',
    unanswered: 'Nothing given.',
    general: 'See the first line.',
  },
  solution: 'The first two.',
  penalty: 0.1,
  timeLimit: 60,
  lint: { 'key-longest': 'It is a name.' },
} as const
