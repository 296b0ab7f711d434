import { QuizWrightElement } from './element.js'
import type { QuizWrightEvents } from './events.js'

export { QuizWrightElement } from './element.js'
export type { QuizWrightEvents } from './events.js'
export type { ModuleContent, ModuleGiven } from './module/module.load.js'

declare global {
  interface HTMLElementTagNameMap {
    'quiz-wright': QuizWrightElement
  }
  /** They bubble, so that any element around can listen. */
  interface HTMLElementEventMap extends QuizWrightEvents {}
}

if (globalThis.customElements && !customElements.get('quiz-wright'))
  customElements.define('quiz-wright', QuizWrightElement)
