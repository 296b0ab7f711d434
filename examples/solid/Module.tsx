import { connectModule, sendToModule, solidProps } from 'quizwright/ui'
import { createSignal, onCleanup } from 'solid-js'
import { way } from '../shared/module.js'
import { Parts } from './Parts.js'

export function App() {
  const [view, setView] = createSignal(way.getView())
  const [said, say] = createSignal('')
  onCleanup(way.subscribe(() => setView(way.getView())))
  const connected = () =>
    connectModule(view(), sendToModule(way), solidProps, {
      overview: way.getQuiz()?.getOverview() ?? [],
      announce: say,
    })
  return <Parts connected={connected} said={said()} />
}
