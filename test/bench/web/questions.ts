/** A quiz of single choices, as both players can have it: each with feedback on what was chosen. */
export interface WebQuestion {
  readonly id: string
  readonly stem: string
  readonly choices: readonly { readonly id: string; readonly text: string; readonly feedback: string }[]
  readonly key: string
}

export function webQuestions(count: number): readonly WebQuestion[] {
  return Array.from({ length: count }, (_, index) => {
    const product = (index + 2) * 7
    return {
      id: `q${index + 1}`,
      stem: `How much is ${index + 2} times 7?`,
      choices: [product, product + 7, product - 1, product + 10].map((value, place) => ({
        id: 'abcd'[place] ?? '',
        text: String(value),
        feedback:
          place === 0
            ? `Yes, it is ${value}.`
            : `No, ${value} is too ${value > product ? 'much' : 'little'}.`,
      })),
      key: 'a',
    }
  })
}
