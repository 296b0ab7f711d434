import { createQuiz } from 'quizwright'
import { connect, english, reactProps, sendTo, watchTime } from 'quizwright/ui'
import { useEffect, useReducer, useState, useSyncExternalStore } from 'react'
import { bank, rules, storeAttempt, storedAttempt } from '../shared/learning.js'
import { Parts } from './Parts.js'

const quiz = createQuiz(bank, { rules, restore: storedAttempt() })
quiz.subscribe(() => storeAttempt(quiz.save()))

export function App() {
  const view = useSyncExternalStore(quiz.subscribe, quiz.getView)
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  const [said, say] = useState('')
  useEffect(() => watchTime({ getView: quiz.getView, messages: english, onTick: tick, onSay: say }), [])
  const ui = connect(view, sendTo(quiz), reactProps, {
    overview: quiz.getOverview(),
    announce: say,
    onRetake: only => quiz.retake(only ? { only } : {}),
  })
  return <Parts ui={ui} said={said} />
}
