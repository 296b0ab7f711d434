import type { AnyStateMachine } from 'xstate'
import { type DirectedGraphNode, toDirectedGraph } from 'xstate/graph'

/** A machine as a Mermaid state diagram: states, and between them the events that lead from one to the other. */
export function drawStatechart(machine: AnyStateMachine): string {
  const root = toDirectedGraph(machine)
  return ['stateDiagram-v2', ...drawInside(root, '  '), ...arrowsOf(root).map(line => `  ${line}`)].join('\n')
}

function drawInside(node: DirectedGraphNode, indent: string): readonly string[] {
  const { initial } = node.stateNode
  const first = initial.target[0]
  const start = node.children.length > 0 && first ? [`${indent}[*] --> ${first.key}`] : []
  const children = node.children.flatMap(child => {
    const { key } = child.stateNode
    if (child.children.length > 0)
      return [`${indent}state ${key} {`, ...drawInside(child, `${indent}  `), `${indent}}`]
    const stays = staysOf(child)
    return [`${indent}${key}${stays.length > 0 ? `: ${key}<br>${stays.join(', ')}` : ''}`]
  })
  const end = node.children.flatMap(child =>
    child.stateNode.type === 'final' ? [`${indent}${child.stateNode.key} --> [*]`] : [],
  )
  return [...start, ...children, ...end]
}

/** Events that a state takes without leaving. */
function staysOf(node: DirectedGraphNode): readonly string[] {
  return unique(node.edges.filter(({ transition }) => !transition.target).map(({ label }) => label.text))
}

function arrowsOf(node: DirectedGraphNode): readonly string[] {
  const leading = node.edges.filter(({ transition }) => transition.target)
  const targets = unique(leading.map(({ target }) => target.key))
  const arrows = targets.map(target => {
    const events = unique(leading.filter(edge => edge.target.key === target).map(({ label }) => label.text))
    return `${node.stateNode.key} --> ${target}: ${events.join(', ')}`
  })
  return [...arrows, ...node.children.flatMap(arrowsOf)]
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
