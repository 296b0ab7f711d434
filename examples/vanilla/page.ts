import { type Part, type PartProps, renderParts } from 'quizwright/ui'
import { toHtml } from '../shared/learning.js'

export const root = document.querySelector('#app') as HTMLElement

/** Paints what `connect` and `connectModule` give. */
export function paintUi(ui: { readonly root: PartProps; readonly sections: readonly Part[] }): void {
  for (const [name, value] of Object.entries(ui.root)) root.setAttribute(name, String(value))
  renderParts(root, ui.sections, (text, format) =>
    document.createRange().createContextualFragment(toHtml(text, format)),
  )
}
