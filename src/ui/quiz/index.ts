export { type ConnectOptions, connect, type QuizUi, sendTo } from '../connect.js'
export type { Desk, Send, UiCommand } from '../desk.js'
export { directionOf } from '../direction.js'
export type { KindUi } from '../kinds/index.js'
export { english } from '../messages.en.js'
export { type Counted, fill, type Messages } from '../messages.js'
export { domProps, type Normalize, reactProps, solidProps, svelteProps, vueProps } from '../normalize.js'
export { followFocus, speakIn } from '../page.js'
export {
  type Handler,
  keyed,
  type Part,
  type PartProps,
  part,
  type TextFormat,
  type UiEvent,
} from '../part.js'
export { type RenderText, renderParts } from '../render.js'
export { safeSource } from '../safe-source.js'
export { type TimeWatch, watchTime } from '../time.js'
