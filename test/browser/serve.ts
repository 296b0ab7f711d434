import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** As strict as a Content-Security-Policy gets for a page that has scripts, styles, pictures and data of its own. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const types: { readonly [ending: string]: string } = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

export interface Served {
  /** With no slash at the end. */
  readonly url: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** Texts that are there beside the files of the folder, or in their place: `{ '/index.html': '…' }`. */
  readonly pages?: { readonly [path: string]: string }
  /** The Content-Security-Policy; null is none. */
  readonly policy?: string | null
  /** 0 takes any that is free. */
  readonly port?: number
}

/** Serves the files of a folder on this machine alone. */
export async function serve(
  folder: string,
  { pages = {}, policy = strictPolicy, port = 0 }: ServeOptions = {},
): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // Joined to the root, no path leads out of the folder.
    const path = normalize(
      join('/', decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : ''),
    )
    const content = pages[path] ?? (await readFile(join(folder, path)).catch(() => null))
    response.writeHead(content === null ? 404 : 200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      ...(policy && { 'content-security-policy': policy }),
    })
    response.end(content ?? 'not found')
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
