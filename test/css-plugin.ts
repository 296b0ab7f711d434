import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Plugin, transform } from 'esbuild'

/** Styles that are imported are a text, minified, for a sheet made at run time. */
export const cssLoader: Plugin = {
  name: 'css',
  setup(build) {
    // Without its ending, as tsup's own plugin would take it otherwise.
    build.onResolve({ filter: /\.css$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(0, -'.css'.length)),
      namespace: 'css-text',
    }))
    build.onLoad({ filter: /.*/, namespace: 'css-text' }, async ({ path }) => {
      const { code } = await transform(await readFile(`${path}.css`, 'utf8'), { loader: 'css', minify: true })
      return { contents: code, loader: 'text' }
    })
  },
}
