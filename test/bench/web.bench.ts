import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { launchOptions } from '../browser/chromium.js'
import { serve } from '../browser/serve.js'
import { type BenchRow, duration, median } from './compare.js'

/** A page that plays the same quiz, and how the same moments are known in it. */
interface Player {
  /** What the page loads: path → content. */
  readonly files: { readonly [path: string]: string }
  readonly head: string
  /** Expressions in the page: true once a question's choices are there, and once its feedback is. */
  readonly question: string
  readonly feedback: string
  /** Brings the page to where the next key shows the feedback. Gives that key. */
  prepare(page: Page): Promise<string>
  next(page: Page): Promise<void>
}

const rounds = 5
const answersEach = 8

/** Bytes, the time to the first question and to the feedback: the element and SurveyJS in one browser, in turn. */
export async function run(): Promise<readonly BenchRow[]> {
  const [element, survey] = await Promise.all([elementPlayer(), surveyPlayer()])
  const runs = [
    { player: element, count: 10 },
    { player: survey, count: 10 },
    { player: element, count: 500 },
  ].map(one => ({ ...one, first: [] as number[], feedback: [] as number[] }))
  const browser = await chromium.launch(await launchOptions())
  for (let round = 0; round <= rounds; round++) {
    for (const { player, count, first, feedback } of runs) {
      const times = await measure(browser, player, count)
      if (round === 0) continue
      first.push(times.first)
      feedback.push(...times.feedback)
    }
  }
  await browser.close()
  const [small, peer, large] = runs.map(({ first, feedback }) => ({
    first: median(first) * 1e6,
    feedback: median(feedback) * 1e6,
  })) as [Times, Times, Times]
  const [ours, theirs] = [bytesOf(element), bytesOf(survey)]
  return [
    {
      name: 'bytes of a page with the element, against survey-core with survey-js-ui',
      ratio: ours / theirs,
      limit: 0.2,
      note: `${ours} to ${theirs} bytes, minified and gzipped, styles included`,
    },
    row('from script start to the first question, against SurveyJS', small.first, peer.first, 0.5),
    row('from key press to painted feedback, against SurveyJS', small.feedback, peer.feedback, null),
    row('the same at 500 questions, against 10', large.feedback, small.feedback, 1.5),
    row('the first question of 500, against 10', large.first, small.first, null),
  ]
}

interface Times {
  readonly first: number
  readonly feedback: number
}

function row(name: string, time: number, other: number, limit: number | null): BenchRow {
  return { name, ratio: time / other, limit, note: `${duration(time)} to ${duration(other)}` }
}

const bytesOf = ({ files }: Player) =>
  Object.values(files).reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0)

/** What a page loads that has the element and a compiled bank: its script, and no file that it never asks for. */
async function elementPlayer(): Promise<Player> {
  const files = await bundle('element.page.ts', 'playElement', `import './dist/element/quiz-wright.js'`)
  return {
    files,
    head: '',
    question: `document.querySelector('quiz-wright')?.shadowRoot.querySelector('[data-part="choice"]')`,
    feedback: `document.querySelector('quiz-wright').shadowRoot.querySelector('[data-part="feedback"]')`,
    async prepare(page) {
      await page.locator('[data-part="choice-input"]').first().click()
      await page.locator('[data-part="choice-input"]').first().focus()
      return 'Enter'
    },
    next: page => page.locator('[data-command="next"]').click(),
  }
}

async function surveyPlayer(): Promise<Player> {
  const styles = `import 'survey-core/survey-core.fontless.min.css'`
  return {
    files: await bundle('survey.page.ts', 'playSurvey', styles),
    head: '<link rel="stylesheet" href="page.css">',
    question: `document.querySelector('input[type="radio"]')`,
    feedback: `/too much|too little|Yes/.test(document.querySelector('#quiz').textContent)`,
    async prepare(page) {
      await page.locator('input[type="radio"]').first().focus()
      return 'Space'
    },
    next: page => page.locator('.sd-navigation__next-btn').click(),
  }
}

/** The page's script and styles, by path; what the script loads only when it is needed stays apart. */
async function bundle(page: string, play: string, before: string) {
  const { outputFiles } = await build({
    stdin: {
      contents: `${before}\nimport { ${play} } from './test/bench/web/${page}'\n${play}(Number(new URLSearchParams(location.search).get('count')))`,
      resolveDir: process.cwd(),
      sourcefile: 'page.js',
    },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    entryNames: 'page',
    write: false,
    banner: { js: 'globalThis.started ??= performance.now();' },
  })
  return Object.fromEntries(
    outputFiles.filter(({ path }) => isLoadedAtOnce(path, outputFiles)).map(({ path, text }) => [path, text]),
  )
}

/** The entry, the styles and what the entry imports, however deep. */
function isLoadedAtOnce(
  path: string,
  files: readonly { readonly path: string; readonly text: string }[],
): boolean {
  if (/^\/page\.(js|css)$/.test(path)) return true
  const name = path.slice(1)
  return files.some(
    file =>
      file.path !== path &&
      new RegExp(`(?:from|import)\\s*"\\./${name.replace(/\./g, '\\.')}"`).test(file.text) &&
      isLoadedAtOnce(file.path, files),
  )
}

async function measure(browser: Browser, player: Player, count: number) {
  const site = await serve('dist', { policy: null, pages: { ...player.files, '/index.html': html(player) } })
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${site.url}/?count=${count}`)
  const first = await page.evaluate<number>('firstShown')
  const feedback: number[] = []
  for (let answered = 0; answered < answersEach; answered++) {
    const key = await player.prepare(page)
    await page.evaluate('void (shown = feedbackShown())')
    await page.keyboard.press(key)
    feedback.push(await page.evaluate<number>('shown'))
    await player.next(page)
    await page.evaluate('questionShown()')
  }
  await page.close()
  await site.close()
  return { first, feedback }
}

/** `painted` looks at each frame, and gives the time once the one after it has been drawn. */
function html({ head, question, feedback }: Player): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quiz</title>${head}<div id="quiz"></div><script>
const painted = isShown => new Promise((resolve, reject) => {
  const late = performance.now() + 15000
  const look = () => {
    if (performance.now() > late) return reject(new Error('never shown'))
    if (!isShown()) return requestAnimationFrame(look)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(performance.now())
    requestAnimationFrame(() => port2.postMessage(null))
  }
  look()
})
const firstShown = painted(() => ${question}).then(at => at - started)
const questionShown = () => painted(() => !(${feedback}) && (${question}))
let shown
const feedbackShown = () => new Promise((resolve, reject) => addEventListener('keydown', ({ timeStamp }) => {
  painted(() => ${feedback}).then(at => resolve(at - timeStamp), reject)
}, { capture: true, once: true }))
</script><script type="module" src="page.js"></script></html>`
}
