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

for (const { id, title, questions, minutes } of banks) {
  const link = document.createElement('a')
  link.href = `#${id}`
  const name = document.createElement('strong')
  name.textContent = title
  const facts = document.createElement('span')
  facts.textContent = `${questions.length} questions, about ${minutes} minutes`
  link.append(name, facts)
  list.append(link)
}

function play(): void {
  const bank = banks.find(({ id }) => `#${id}` === location.hash) ?? banks[0]
  const rules = new FormData(form).get('rules')?.toString() ?? 'practice'
  const about = document.querySelector('#about-rules') as HTMLElement
  about.textContent = modes[rules] ?? ''
  for (const link of list.querySelectorAll('a'))
    link.toggleAttribute('aria-current', link.hash === `#${bank?.id}`)
  for (const link of list.querySelectorAll('[aria-current]')) link.setAttribute('aria-current', 'true')
  quiz.setAttribute('rules', rules)
  quiz.bank = bank ?? null
}

addEventListener('hashchange', play)
form.addEventListener('change', play)
play()
