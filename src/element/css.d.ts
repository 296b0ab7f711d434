/** Styles come as text, for a sheet of the element's own. */
declare module '*.css' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: so does the loader of texts.
  export default text
}
