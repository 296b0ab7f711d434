export {
  type Blueprint,
  checkBlueprint,
  drawOrders,
  drawQuestions,
  fits,
  type Pick,
  type QuestionFilter,
  type Seed,
} from './draw.js'
export { createRandom, type Random, shuffle } from './random.js'
