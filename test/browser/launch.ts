import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchOptions } from './chromium.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run listens. */
    readonly browserAddress: string
  }
}

let server: BrowserServer

export async function setup({ provide }: TestProject): Promise<void> {
  server = await chromium.launchServer(await launchOptions())
  provide('browserAddress', server.wsEndpoint())
}

export async function teardown(): Promise<void> {
  await server.close()
}
