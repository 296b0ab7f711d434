import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import * as attempt from './attempt.bench.js'
import type { BenchRow } from './compare.js'
import * as formats from './formats.bench.js'
import * as load from './load.bench.js'
import * as mastery from './mastery.bench.js'
import * as schedule from './schedule.bench.js'
import * as score from './score.bench.js'
import * as size from './size.bench.js'
import * as start from './start.bench.js'
import * as web from './web.bench.js'

const benches = { attempt, score, load, formats, mastery, schedule, size, start, web }
const wanted = process.argv.slice(2)

const rows: BenchRow[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await bench.run()))
}

const versions = [
  'xstate',
  'zod',
  'yaml',
  'survey-core',
  'survey-js-ui',
  'gift-pegjs',
  '@khanacademy/perseus-score',
  'esbuild',
].map(name => {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string
  }
  return `${name} ${version}`
})
const machine = `Node ${process.version.slice(1)}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}; ${versions.join(', ')}`
const cells = rows.map(({ name, ratio, limit, note = '' }) => {
  const verdict = limit === null ? '' : ratio <= limit ? 'reached' : 'missed'
  return `| ${name} | ${plain(ratio)} | ${limit === null ? '' : plain(limit)} | ${verdict} | ${note} |`
})
const table = ['| what | ratio | at most | | figures |', '| --- | ---: | ---: | --- | --- |', ...cells].join(
  '\n',
)
process.stdout.write(`${machine}\n\n${table}\n`)

const page = 'docs/benchmarks.md'
if (wanted.length === 0) {
  const text = readFileSync(page, 'utf8')
  writeFileSync(
    page,
    text.replace(/(<!-- figures -->)[\s\S]*(<!-- end -->)/, `$1\n\n${machine}\n\n${table}\n\n$2`),
  )
}

function plain(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2)
}
