import { createCollector } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { collectCategory, collectQuestion } from '../moodle/index.js'
import { blocksOf } from './gift.blocks.js'
import { parseBlock } from './gift.parse.js'

/**
 * Reads GIFT as Moodle's own importer does. A question that can't be read is named with its line, and reading goes on
 * with the next. Texts become the Markdown subset. Takes time linear in the text.
 */
export function readGift(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  let category: string | null = null
  for (const block of blocksOf(text)) {
    const { line } = block
    const parsed = parseBlock(block)
    if (parsed.is === 'broken') collector.drop({ kind: 'unknown', line }, parsed)
    else if (parsed.is === 'category') category = collectCategory(collector, parsed.path, line)
    else collectQuestion(collector, parsed.question, line, category)
  }
  return collector.finish(options.file ?? 'GIFT questions')
}
