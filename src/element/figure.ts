import createPurifier, { type Config } from 'dompurify'

/** Shapes and text; nothing that runs, or that could reach outside of the figure. */
const allowed: Config = {
  USE_PROFILES: { svg: true },
  ADD_TAGS: ['use'],
  FORBID_TAGS: ['a', 'image', 'style', 'script', 'foreignObject'],
  // What it shows is said around it.
  FORBID_ATTR: ['style', 'class', 'role', 'aria-label', 'aria-labelledby'],
  ALLOW_DATA_ATTR: false,
}

/** A lesson's figure as nodes in which nothing runs, and which fetch nothing. */
export function createFigure(svg: string): Node {
  const purifier = createPurifier(window)
  purifier.addHook('uponSanitizeAttribute', (_, event) => {
    const { attrName, attrValue } = event
    const isAddress = /href$/i.test(attrName)
    event.keepAttr = isAddress ? attrValue.startsWith('#') : !/url\(\s*["']?(?!#)/i.test(attrValue)
  })
  return purifier.sanitize(svg, { ...allowed, RETURN_DOM_FRAGMENT: true })
}
