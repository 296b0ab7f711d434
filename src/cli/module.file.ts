import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Bank, Issue } from '../index.js'
import type { Module } from '../module/index.js'
import { UsageError } from './command.js'

/** Whether a text is meant as a module, and not as a bank. */
export function isModule(text: string): boolean {
  if (!text.includes('lessons')) return false
  const data = dataIn(text)
  return data === null ? /^["']?lessons["']?\s*:/m.test(text) : 'lessons' in data && !('questions' in data)
}

/** Null where it can't be read. */
function dataIn(text: string): { readonly [field: string]: unknown } | null {
  try {
    const data: unknown = parse(text)
    return typeof data === 'object' && data !== null ? { ...data } : null
  } catch {
    return null
  }
}

/** A module from the text of its file, with the banks that it names, and all that is wrong. */
export async function readModule(
  path: string,
  text: string,
): Promise<{
  readonly module: Module | null
  readonly banks: readonly Bank[]
  readonly issues: readonly Issue[]
}> {
  const { parseModule } = await import('../module/parse/index.js')
  const { banks, issues } = await banksFor(path, text)
  if (issues.length === 0) return { banks, ...parseModule(text, { banks }) }
  // Which of its questions a bank has that can't be read, nobody knows.
  return { banks, module: null, issues: [...parseModule(text).issues, ...issues] }
}

/** The banks that a module's text names: files beside it, or bundled ones. */
async function banksFor(
  path: string,
  text: string,
): Promise<{ readonly banks: readonly Bank[]; readonly issues: readonly Issue[] }> {
  const named = dataIn(text)?.banks
  const banks: Bank[] = []
  const issues: Issue[] = []
  for (const [index, id] of (Array.isArray(named) ? named : []).entries())
    try {
      if (typeof id === 'string') banks.push(await bankNamed(id, dirname(path)))
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      const message = `The bank can't be opened. ${error.problems.join(' ')}`
      issues.push({ code: 'unread-bank', severity: 'error', path: ['banks', index], message })
    }
  const { placeIssues } = await import('../bank/index.js')
  return { banks, issues: placeIssues(text, issues) }
}

/** @throws UsageError when there is none, or when it has mistakes. */
async function bankNamed(id: string, folder: string): Promise<Bank> {
  const files = ['yaml', 'yml', 'json'].map(ending => join(folder, `${id}.${ending}`))
  const file = files.find(existsSync)
  const { bundledBanks } = await import('../questions/index.js')
  if (!file && !bundledBanks.some(bank => bank.id === id))
    throw new UsageError([`There is no file '${files[0]}', and no bundled bank of that name.`])
  const { openBank } = await import('./banks.js')
  const bank = await openBank(file ?? id)
  if (bank.id !== id) throw new UsageError([`${file} has the bank '${bank.id}'.`])
  return bank
}
