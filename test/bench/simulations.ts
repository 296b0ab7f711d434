import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs'
import { createRandom, type Random } from '../../src/draw/index.js'
import {
  type Candidate,
  chooseNext,
  curveAt,
  estimateAbility,
  type ItemResponse,
} from '../../src/schedule/index.js'
import { createReview, newReviews } from '../../src/schedule/spaced/index.js'

/** Two numbers of a normal distribution, mean 0 and deviation 1 (Box & Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A bank as calibrated banks are: discriminations about 1.2, difficulties about 0, some guessing. */
function calibratedBank(count: number): readonly Candidate[] {
  const random = createRandom('bank', count)
  return Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    objective: `o${index % 5}`,
    item: {
      a: Math.exp(0.2 + 0.25 * normal(random)),
      b: 1.2 * normal(random),
      c: index % 2 === 0 ? 0 : 0.15,
      d: 1,
    },
  }))
}

interface Run {
  readonly asked: number
  readonly ability: number
}

/** Asks a learner until the error is small enough. */
function test(
  bank: readonly Candidate[],
  ability: number,
  random: Random,
  next: (left: readonly Candidate[], told: number, asked: number) => Candidate | null,
): Run {
  const responses: ItemResponse[] = []
  let left = bank
  let told = { ability: 0, error: Number.POSITIVE_INFINITY }
  while (told.error > 0.3) {
    const question = next(left, told.ability, responses.length)
    if (!question) break
    left = left.filter(({ id }) => id !== question.id)
    responses.push({ item: question.item, share: random() < curveAt(question.item, ability).chance ? 1 : 0 })
    told = estimateAbility(responses, { points: 61 })
  }
  return { asked: responses.length, ability: told.ability }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function correlation(one: readonly number[], other: readonly number[]): number {
  const [meanOne, meanOther] = [mean(one), mean(other)]
  const products = one.map((value, index) => (value - meanOne) * ((other[index] ?? 0) - meanOther))
  const squares = (values: readonly number[], middle: number) =>
    mean(values.map(value => (value - middle) ** 2))
  return mean(products) / Math.sqrt(squares(one, meanOne) * squares(other, meanOther))
}

/** Learners of all abilities, each tested adaptively and by questions drawn by chance, until the error is 0.3. */
export function simulateAdaptive(learners: number, count = 400) {
  const bank = calibratedBank(count)
  const chance = createRandom('learners')
  const truth = Array.from({ length: learners }, () => normal(chance))
  const adaptive = truth.map((ability, index) =>
    test(bank, ability, createRandom('adaptive', index), (left, told, asked) =>
      chooseNext(left, { ability: told, seed: index, asked: Array.from({ length: asked }) }),
    ),
  )
  const random = truth.map((ability, index) => {
    const draw = createRandom('draw', index)
    return test(
      bank,
      ability,
      createRandom('random', index),
      left => left[Math.floor(draw() * left.length)] ?? null,
    )
  })
  const told = adaptive.map(({ ability }) => ability)
  return {
    asked: mean(adaptive.map(({ asked }) => asked)),
    askedAtRandom: mean(random.map(({ asked }) => asked)),
    bias: mean(told.map((ability, index) => ability - (truth[index] ?? 0))),
    correlation: correlation(told, truth),
  }
}

const ratings = ['Again', 'Hard', 'Good', 'Easy'] as const

/** Learners who review one card each on the day that it is due. Gives on how many reviews the days differ from ts-fsrs's own. */
export function simulateReviews(learners: number, reviews = 200): number {
  const review = createReview()
  const scheduler = fsrs({ enable_short_term: false })
  let differing = 0
  for (let learner = 0; learner < learners; learner++) {
    const random = createRandom('reviews', learner)
    let at = Date.UTC(2026, 0, 1)
    let state = newReviews
    let card: Card = createEmptyCard(new Date(at))
    for (let count = 0; count < reviews; count++) {
      const rating = ratings[random() < 0.15 ? 0 : 1 + Math.floor(random() * 3)] ?? 'Good'
      state = { ...review(state, { question: 'q', rating, at }), log: [] }
      card = scheduler.next(card, new Date(at), Rating[rating] as Grade).card
      if (state.cards.q?.due !== card.due.getTime()) differing += 1
      // A year at the most, so that all the reviews fit into a calendar.
      at = Math.min(card.due.getTime(), at + 365 * 86_400_000)
    }
  }
  return differing
}
