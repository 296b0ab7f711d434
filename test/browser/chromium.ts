import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright-core'

const run = promisify(execFile)
const cache = join('node_modules', '.cache', 'quizwright')

/** How Playwright starts the Chromium that `npm ci` brought; it is unpacked once. */
export async function launchOptions(): Promise<LaunchOptions> {
  const manifest = await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8')
  const folder = resolve(cache, `chromium-${JSON.parse(manifest).version}`)
  if (!existsSync(folder)) await unpack(folder)
  const executablePath = join(folder, 'chromium')
  const { stdout } = await run('ldd', [executablePath]).catch(() => ({ stdout: 'not found' }))
  return {
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      FONTCONFIG_PATH: join(folder, 'fonts'),
      // A bare machine lacks NSS. Where it is there, the machine's own goes better with its C library.
      ...(stdout.includes('not found') && { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    },
  }
}

/** Unpacks beside the folder and moves it there, so that two runs at once don't meet a half of it. */
async function unpack(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const place = await mkdtemp(`${folder}-`)
  // The package unpacks into the temporary folder, and its libraries only where it believes to be in a cloud.
  await run(
    process.execPath,
    ['--input-type=module', '--eval', `import it from '@sparticuz/chromium'\nawait it.executablePath()`],
    { env: { ...process.env, TMPDIR: place, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  )
  await writeFile(join(place, 'fonts', 'fonts.conf'), fontsOf(folder))
  await rename(place, folder).catch(async error => {
    await rm(place, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
}

/** Latin, Greek and Cyrillic look the same on every machine; for other scripts the machine's fonts step in. */
function fontsOf(folder: string): string {
  const families = ['sans-serif', 'serif', 'system-ui', 'ui-sans-serif', 'ui-serif']
  const preferred = families
    .map(name => `<alias><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`)
    .join('')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  ${preferred}
</fontconfig>
`
}
