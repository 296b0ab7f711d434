import 'quizwright/element'
import type { Bank } from 'quizwright'
import history from 'quizwright/questions/nato-ukraine/history.json'
import positions from 'quizwright/questions/nato-ukraine/positions.json'
import reading from 'quizwright/questions/nato-ukraine/reading.json'
import terms from 'quizwright/questions/nato-ukraine/terms.json'

const banks = [positions, history, terms, reading] as unknown as readonly (Bank & {
  readonly minutes: number
})[]

const modes: { readonly [rules: string]: string } = {
  practice: 'Feedback at once, hints, and three tries at each question.',
  checkpoint: 'One try at each question, forward only, feedback after each.',
  exam: 'An hour, free to move about, feedback at the end.',
}

const quiz = document.querySelector('quiz-wright') as HTMLElementTagNameMap['quiz-wright']
const form = document.querySelector('form') as HTMLFormElement
const list = document.querySelector('nav') as HTMLElement

/** The article's learning module: the element has it by its id. */
const module = 'nato-road-map'

addLink(module, 'The learning module', 'Five lessons with tests and practice, about 60 minutes')
for (const { id, title, questions, minutes } of banks)
  addLink(id, title, `${questions.length} questions, about ${minutes} minutes`)

function addLink(id: string, title: string, about: string): void {
  const link = document.createElement('a')
  link.href = `#${id}`
  const name = document.createElement('strong')
  name.textContent = title
  const facts = document.createElement('span')
  facts.textContent = about
  link.append(name, facts)
  list.append(link)
}

function play(): void {
  const isModule = location.hash === `#${module}`
  const bank = isModule ? undefined : (banks.find(({ id }) => `#${id}` === location.hash) ?? banks[0])
  const rules = new FormData(form).get('rules')?.toString() ?? 'practice'
  const about = document.querySelector('#about-rules') as HTMLElement
  about.textContent = modes[rules] ?? ''
  for (const link of list.querySelectorAll('a'))
    link.toggleAttribute('aria-current', link.hash === `#${bank?.id ?? module}`)
  for (const link of list.querySelectorAll('[aria-current]')) link.setAttribute('aria-current', 'true')
  form.hidden = isModule
  quiz.setAttribute('rules', rules)
  quiz.module = isModule ? module : null
  quiz.bank = bank ?? null
}

addEventListener('hashchange', play)
form.addEventListener('change', play)
play()
