/** A title or a category, which hardly anything else begins a line with: `::before, ::after {` and `::std::` do. */
const named = /^[ \t\uFEFF]*(?:::[^:{}\n]+::(?!\w+\s*[,{])(?!.*;[ \t]*$)|\$CATEGORY:)/m

/** What answers begin with: `=` or `~`, behind comments; a number or feedback; true or false where the line ends. */
const answered =
  /(?<![\\$%{^_]|\\(?!n\{)\w+)\{(?:\s*(?:\/\/[^\n]*\n\s*)*(?:=(?![=>])|~(?!\w+\(\)))|[ \t]*#[ \t]*(?:[-+]?[.\d]|[=#])|\s*(?:T|F|TRUE|FALSE)\s*(?:#[^{}]*)?\}[ \t]*(?:\/\/.*)?$)/im

/** Braces with nothing in them, for an essay. In a text of code they are a block. */
const essay = /[^\s\\(){}=,:;>][ \t]*\{\s*\}[ \t]*$/m

/** Lines that programs, style sheets, macros of LaTeX, patches and logs are made of. */
const code =
  /[;,][ \t]*$|^[ \t]*(?:[#@*\\]|\/\*|(?:class|const|def|do|else|export|fn|func|function|import|interface|let|local|my|namespace|package|private|public|return|struct|sub|try|type|use|var)\b)|=>|^(?:diff|---|\d{4}-\d\d-\d\d) /m

/** True where a text asks as GIFT does: with a title, a category or answers in braces. */
export function isGift(text: string): boolean {
  if (named.test(text)) return true
  const last = text.lastIndexOf('}')
  return (answered.exec(text)?.index ?? last) < last || (essay.test(text) && !code.test(text))
}
