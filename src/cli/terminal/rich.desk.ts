import { actionsFor, doInPlace, enterAt, type QuestionView } from './actions.js'
import type { Asked, ChooseSettings, Desk, Option, Sign, Streams } from './desk.js'
import { widgetFor } from './kinds.js'
import { renderText } from './markdown.js'
import { coloured as paint } from './paint.js'
import { QuestionPrompt } from './question.prompt.js'
import { statusOf } from './question.text.js'
import { restful, type Widget } from './widget.js'

const signs: { readonly [Name in Sign]: string } = {
  heading: paint.accent('◆'),
  text: paint.faint('│'),
  good: paint.good('✔'),
  part: paint.part('◐'),
  bad: paint.bad('✘'),
  faint: paint.faint('◇'),
  warning: paint.part('▲'),
  end: paint.faint('└'),
}

/** A desk that redraws: prompts with a cursor, in colour. */
export function openRichDesk({ input, output }: Streams): Desk {
  /** Whether the last line on screen is an empty one of the guide: a choice brings its own. */
  let spaced = false
  const style = () => ({ paint, width: Math.min(output.columns || 80, 100) })
  return {
    style: () => ({ paint, width: style().width - 3 }),
    lines: () => Math.max(8, (output.rows || 24) - 9),
    say(text, sign = 'text') {
      const lines = text.split('\n')
      const drawn = lines.map((line, index) => `${index === 0 ? signs[sign] : signs.text}  ${line}`.trimEnd())
      spaced = sign !== 'end'
      output.write(`${drawn.join('\n')}\n${sign === 'end' ? '' : `${signs.text}\n`}`)
    },
    async ask(asked) {
      const redraw = () => void output.emit('resize')
      const prompt = promptFor(asked, { input, output }, style)
      // A prompt that is told to stop draws no more; so it is drawn closed first.
      asked.signal.addEventListener('abort', redraw, { once: true })
      const ticking = asked.view.time.deadline === null ? undefined : setInterval(redraw, 1000)
      const decision = await prompt.prompt()
      clearInterval(ticking)
      asked.signal.removeEventListener('abort', redraw)
      spaced = true
      if (prompt.isBlank) output.write('\u001b[1A')
      return typeof decision === 'string' ? decision : 'gone'
    },
    async choose<Value>(
      message: string,
      options: readonly Option<Value>[],
      { at, signal }: ChooseSettings<Value> = {},
    ) {
      const { isCancel, select } = await import('@clack/prompts')
      const places = options.map(({ label, hint }, value) => ({ value, label, ...(hint && { hint }) }))
      if (spaced) output.write('\u001b[1A')
      spaced = true
      const chosen = await select({
        message,
        options: places,
        initialValue: Math.max(
          0,
          options.findIndex(({ value }) => value === at),
        ),
        input,
        output,
        ...(signal && { signal }),
      })
      output.write(`${signs.text}\n`)
      return isCancel(chosen) ? null : (options[chosen]?.value ?? null)
    },
    close: () => input.pause(),
  }
}

function promptFor(
  { quiz, view, enterWord, now, signal }: Asked,
  { input, output }: Streams,
  style: () => { readonly paint: typeof paint; readonly width: number },
): QuestionPrompt {
  const plain = view.quiz.text === 'plain'
  let last = view
  /** The question as it stands; as it stood last, once the moment for it has passed. */
  const current = () => {
    const next = quiz.getView()
    if (next.phase === view.phase && next.question.id === view.question.id) last = next as QuestionView
    return last
  }
  const fresh = (): Widget => {
    if (view.phase === 'feedback') return restful('')
    const widget = widgetFor(view.question, current().response)
    return view.can.respond ? widget : restful(widget)
  }
  return new QuestionPrompt({
    widget: fresh(),
    style: () => ({ ...style(), plain }),
    actions: () => actionsFor(current()),
    respond: response => void (response === null ? quiz.clear() : quiz.respond(response)),
    enter: () => enterAt(current()),
    enterWord,
    act: name => doInPlace(quiz, name),
    above: () => (view.phase === 'feedback' ? '' : hintsOf(current(), style().width - 3, plain)),
    status: () => statusOf(current(), now(), paint),
    fresh,
    input,
    output,
    signal,
  })
}

function hintsOf({ hints }: QuestionView, width: number, plain: boolean): string {
  return hints
    .map(hint => renderText(hint, { paint, width: width - 2, plain }))
    .map(text => text.split('\n').map((line, index) => `${index === 0 ? paint.part('✦') : ' '} ${line}`))
    .map(lines => lines.join('\n'))
    .join('\n')
}
