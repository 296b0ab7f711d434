import { connectModule, reactProps, sendToModule } from 'quizwright/ui'
import { useState, useSyncExternalStore } from 'react'
import { way } from '../shared/module.js'
import { Parts } from './Parts.js'

export function App() {
  const view = useSyncExternalStore(way.subscribe, way.getView)
  const [said, say] = useState('')
  const overview = way.getQuiz()?.getOverview() ?? []
  const ui = connectModule(view, sendToModule(way), reactProps, { overview, announce: say })
  return <Parts ui={ui} said={said} />
}
