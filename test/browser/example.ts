import { cp, mkdir, rm, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Consumer, createConsumer, toolPath } from '../package/consumer.js'
import { type Served, serve } from './serve.js'

export const frameworks = ['react', 'vue', 'svelte', 'solid', 'vanilla'] as const

interface Manifest {
  readonly dependencies: { readonly [name: string]: string }
  readonly devDependencies: { readonly [name: string]: string }
}

/** The examples as someone has them who installed the package: outside of this project, with the packed tarball. */
export async function installExamples(): Promise<Consumer> {
  const consumer = await createConsumer()
  await cp('examples', consumer.folder, { recursive: true, filter: path => !path.includes('node_modules') })
  const manifests = frameworks.map(
    name => import(resolve('examples', name, 'package.json'), { with: { type: 'json' } }),
  )
  const wanted = (await Promise.all(manifests)).flatMap(({ default: manifest }: { default: Manifest }) =>
    Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
  )
  // Frameworks come from this project, which has them already: no network, and one copy of XState for all.
  for (const name of new Set(wanted)) {
    if (name === 'quizwright') continue
    const place = join(consumer.folder, 'node_modules', name)
    await rm(place, { recursive: true, force: true })
    await mkdir(dirname(place), { recursive: true })
    await symlink(resolve('node_modules', name), place)
  }
  return consumer
}

/** Builds an example as its `npm run build` does, and serves what came out of it. */
export async function serveExample({ folder, run }: Consumer, name: string): Promise<Served> {
  await run(toolPath('vite'), 'build', name, '--base', './', '--logLevel', 'warn')
  return serve(join(folder, name, 'dist'))
}
