import { extname } from 'node:path'
import type { Issue } from '../index.js'

/** What is said of a file that is meant for another system, in place of all that makes it no bank; else null. */
export async function foreignIssue(file: string, text: string): Promise<Issue | null> {
  const extension = extname(file)
  if (['.yaml', '.yml', '.json'].includes(extension.toLowerCase())) return null
  const { detectFormat } = await import('../formats/index.js')
  const format = detectFormat(text)
  if (format === null) return null
  const bank = `${file === '-' ? 'bank' : file.slice(0, file.length - extension.length)}.yaml`
  const message = `This is ${format}, and no bank: quizwright convert ${file} --out ${bank}`
  return { code: 'not-a-bank', severity: 'error', path: [], message, line: 1, column: 1 }
}
