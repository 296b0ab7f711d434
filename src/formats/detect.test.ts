import { describe, expect, it } from 'vitest'
import { detectFormat } from './index.js'

describe('a file whose format is not named', () => {
  it.each([
    ['a title', '::One:: Is it?', 'gift'],
    ['a title with a number', '\uFEFF  ::Q 1. Rivers:: Is it? { T }', 'gift'],
    ['a category', '// Rivers\n$CATEGORY: rivers\n', 'gift'],
    ['a claim', 'The Rhine flows north.{TRUE#Yes.}', 'gift'],
    ['a claim in small letters', 'The Rhine flows north. {f}', 'gift'],
    ['choices below', 'Which?\n{\n  // the longest\n  ~Rhine\n  =Danube\n}', 'gift'],
    ['an answer in the text', 'The {=Danube =Donau} is long; so is the Rhine;', 'gift'],
    ['a number', 'How long? {#2850:50}', 'gift'],
    ['numbers', 'How long? {#=2850:50 =%50%2800:100}', 'gift'],
    ['weights', 'Which? {~%50%Rhine ~%50%Danube ~%-100%Nile}', 'gift'],
    ['pairs', 'Where? {=Rhine -> Basel =Danube -> Ulm}', 'gift'],
    ['an essay', 'Tell of the Rhine. {}', 'gift'],
    ['an essay without a point', 'Tell of the Rhine {\n}', 'gift'],
    ['an essay with feedback', 'Tell of the Rhine. {####Well told.}', 'gift'],
    ['a formula', 'What is $$\\frac\\{1\\}\\{2\\}$$? {=0.5 ~2}', 'gift'],
    ['choices that call', 'Which runs? {~f(x) =g(x)}', 'gift'],
    ['orders', '# Rivers\n\n## From west to east\n\n1. Rhine\n2. Danube\n', 'markdown'],
    ['pairs in a table', '## Which sea?\n\n| | |\n|---|---|\n| Rhine | North Sea |\n', 'markdown'],
    [
      'an order with a hint',
      '## Sort\n\nBy length:\n\n1. Rhine\n2. Danube\n\n> **Hint:** East.\n',
      'markdown',
    ],
    ['boxes', '## Which?\n- [x] Rhine\n- [ ] Nile', 'markdown'],
    ['a comment of ours', '## Tell\n<!-- id: tell -->\nof the Rhine', 'markdown'],
    ['semicolons', '"Type";"Stem";"Key"\r\nessay;Tell of it;\r\n', 'csv'],
    ['letters with brackets', 'Which?\r\nA) Rhine\r\nB) Nile\r\nANSWER: A\r\n', 'aiken'],
  ])('is found by %s', (_, text, format) => {
    expect(detectFormat(text)).toBe(format)
  })

  it.each([
    ['CSS', '/* Rivers */\n.river {\n  color: blue;\n}\n.sea {}\n'],
    ['CSS of elements that are not there', '*,::before,::after{box-sizing:border-box}'],
    [
      'CSS with such a rule first',
      '::before, ::after { box-sizing: border-box }\n::selection { color: red }',
    ],
    ['CSS with ids', '@media print {\n  #river { color: blue }\n}'],
    [
      'LaTeX',
      '\\documentclass{article}\n\\begin{document}\n\\section{Rivers}\n$\\frac{1}{2}$\n\\end{document}',
    ],
    ['LaTeX with macros', '\\newcommand{\\river}[1]{\\textbf{#1}}\nThe matrix $A^{T}$'],
    ['JavaScript', '// Rivers\nconst rivers = {}\nfunction flow() {}\nexport default { flow, T: true }\n'],
    [
      'TypeScript',
      "import type { T } from './t.js'\nexport class River<T> {\n  #x = 1\n  map = () => {}\n}\n",
    ],
    ['Svelte', '{#if river}\n<p>{river}</p>\n{/if}'],
    ['C++', '// Rivers\nnamespace rivers {\n::std::string name;\nclass River {\n  ~River();\n};\n}\n'],
    ['Python', 'rivers = {}\nprint(f"{rivers=}")\n'],
    ['Perl', 'my %rivers = (); # {\nforeach (keys %rivers) {\n  # 1. each\n}\n'],
    ['JSON', '{"rivers": [{"name": "Rhine"}]}'],
    ['JSON in lines', '{"river":"Rhine"}\n{"river":"Nile"}\n'],
    ['HTML', '<p>Is it {T}?</p>\n<style>p { color: red }</style>\n'],
    ['prose', 'The Rhine (in German: Rhein) is a river.\n\nA. It is long.\nB. It is old.\n'],
    ['prose with braces', 'Write {name} where the name stands, and {} where nothing does, as usual.'],
    ['an e-mail', 'From: a@example.org\nTo: b@example.org\nSubject: Rivers\n\nDear B,\n\n> Is it?\n\nYes.\n'],
    ['a log', '2024-01-02 10:00:00 INFO ::1 GET /rivers {id: 1}\n2024-01-02 10:00:01 WARN {}\n'],
    ['a patch', '--- a/river.css\n+++ b/river.css\n@@ -1 +1 @@\n-a {}\n+a { color: red }\n'],
    ['SQL', "-- Rivers\nSELECT type, stem FROM rivers WHERE name = '{Rhine}';\n"],
    ['INI', '; Rivers\n[rhine]\ntype = river\nsea = north\n'],
    ['YAML', 'rivers:\n  rhine: {}\n  danube: { sea: black }\n'],
    [
      'a shell script',
      '#!/bin/sh\n# Rivers\nfor river in "$@"; do\n  case $river in r*) echo {};; esac\ndone\n',
    ],
    ['a table of something else', 'name,length\nRhine,1233\n'],
    ['a README', '# Rivers\n\nA list.\n\n## Install\n\n1. Clone\n2. Run\n\n## License\n\nMIT\n'],
    ['a README with steps alone', '# Rivers\n\nA library.\n\n## Steps\n\n1. Clone it\n2. Run it\n'],
    [
      'a README with a table',
      '# Rivers\n\n## Options\n\nAll of them.\n\n| Name | Means |\n|---|---|\n| a | b |\n',
    ],
    ['a list of changes', '# Changes\n\n## 1.1.0\n\n- Rivers\n\n## 1.0.0\n\n- Seas\n'],
  ])('is none of ours where it is %s', (_, text) => {
    expect(detectFormat(text)).toBeNull()
  })
})
