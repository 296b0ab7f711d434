import type { LessonView, ModuleView } from '../../module/index.js'
import type { UiEvent } from '../part.js'

export type Term = LessonView['lesson']['terms'][number]

const link = /\[([^\][]+)\]\(#([^)\s]+)\)/g

/** Ids of the terms that a text links to. */
export function termsIn(text: string): readonly string[] {
  return [...text.matchAll(link)].map(([, , id = '']) => id)
}

/** A text whose links to terms lead to where they are explained in the page; where none is, the words stand alone. */
export function withTerms(text: string, placeOf: (term: string) => string | null): string {
  return text.replace(link, (_, words: string, id: string) => {
    const place = placeOf(id)
    return place === null ? words : `[${words}](#${place})`
  })
}

/** Opens what explains a term where its link is followed, in a page or a shadow tree, and leaves the address alone. */
export function openTerm(event: UiEvent): void {
  const clicked = event.target as Element | null
  const place = clicked?.closest('a')?.getAttribute('href')
  if (!clicked || !place?.startsWith('#')) return
  const root = clicked.getRootNode() as Document | ShadowRoot
  const explanation = root.getElementById(place.slice(1))
  if (!explanation) return
  event.preventDefault()
  explanation.setAttribute('open', '')
  explanation.querySelector('summary')?.focus()
}

type Source = ModuleView['module']['source']
type Reference = Pick<Source, 'id' | 'title' | 'publisher' | 'published' | 'url'>

/** Title, publisher and date, as far as they are known. */
export function publicationText({ title, publisher, published }: Reference): string {
  return [title, publisher, published].filter(fact => fact !== undefined).join(', ')
}
