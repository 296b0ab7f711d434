import { createQuiz } from 'quizwright'
import { connect, english, followFocus, type Part, reactProps, sendTo, watchTime } from 'quizwright/ui'
import { type ElementType, useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { bank, rules, storeAttempt, storedAttempt, toHtml } from '../shared/learning.js'

const quiz = createQuiz(bank, { rules, restore: storedAttempt() })
quiz.subscribe(() => storeAttempt(quiz.save()))

function Show({ part }: { readonly part: Part<Record<string, unknown>> }) {
  const Tag = part.tag as ElementType
  const { text, format, props, children } = part
  if (text === null && children.length === 0) return <Tag {...props} />
  if (text === null)
    return (
      <Tag {...props}>
        {children.map(child => (
          <Show key={child.key} part={child} />
        ))}
      </Tag>
    )
  if (format === 'plain') return <Tag {...props}>{text}</Tag>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it was sanitized
  return <Tag {...props} dangerouslySetInnerHTML={{ __html: toHtml(text, format) }} />
}

function App() {
  const view = useSyncExternalStore(quiz.subscribe, quiz.getView)
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  const [said, say] = useState('')
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? followFocus(root.current) : undefined), [])
  useEffect(() => watchTime({ getView: quiz.getView, messages: english, onTick: tick, onSay: say }), [])
  const ui = connect(view, sendTo(quiz), reactProps, {
    overview: quiz.getOverview(),
    announce: say,
    onRetake: only => quiz.retake(only ? { only } : {}),
  })
  return (
    <div ref={root} {...ui.root}>
      {ui.sections.map(part => (
        <Show key={part.key} part={part.name === 'live' ? { ...part, text: said } : part} />
      ))}
    </div>
  )
}

createRoot(document.querySelector('#app') as HTMLElement).render(<App />)
