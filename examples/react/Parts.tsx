import { followFocus, type Part } from 'quizwright/ui'
import { type ElementType, useEffect, useRef } from 'react'
import { toHtml } from '../shared/learning.js'

type Props = Record<string, unknown>

function Show({ part }: { readonly part: Part<Props> }) {
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

interface PartsProps {
  readonly ui: { readonly root: Props; readonly sections: readonly Part<Props>[] }
  /** What is said aloud. */
  readonly said: string
}

/** What `connect` and `connectModule` give. */
export function Parts({ ui, said }: PartsProps) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? followFocus(root.current) : undefined), [])
  return (
    <div ref={root} {...ui.root}>
      {ui.sections.map(part => (
        <Show key={part.key} part={part.name === 'live' ? { ...part, text: said } : part} />
      ))}
    </div>
  )
}
