import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { addEntry } from './add-entry.js'

const entry = { id: 'new', type: 'essay', stem: 'Why: "so"?\nHow?' }

describe('addEntry', () => {
  it.each<[string, string]>([
    ['a list', 'id: a\nquestions:\n  - id: q1\n    stem: One\n'],
    ['a list at the margin', 'id: a\nquestions:\n- id: q1\n- id: q2\n'],
    ['comments', '# top\nid: a # one\nquestions: # two\n  # three\n  - id: q1 # four\n  # five\n\n# six\n'],
    ['fields after it', 'id: a\nquestions:\n  - id: q1\n\n# of the language\nlanguage: en\n'],
    ['nothing in it', 'id: a\nquestions:\n'],
    ['nothing in it, fields after it', 'id: a\nquestions: # none yet\nlanguage: en\n'],
    ['no list', 'id: a\ntitle: A'],
    ['an empty pair of brackets', 'id: a\nquestions: []\nlanguage: en\n'],
    ['brackets', 'id: a\nquestions: [{ id: q1 }, { id: q2 }] # both\nlanguage: en\n'],
    ['brackets over lines', 'id: a\nquestions: [\n  { id: q1 }, # one\n  { id: q2 }, # two\n]\n'],
    ['Windows’ line ends', 'id: a\r\nquestions:\r\n  - id: q1\r\n  # last\r\n'],
    ['a byte order mark', '\uFEFFid: a\nquestions:\n  - id: q1\n'],
    ['text in blocks', 'id: a\nquestions:\n  - id: q1\n    stem: |\n      One\n\n      two\n'],
    ['an end', '---\nid: a\nquestions:\n  - id: q1\n...\n'],
    ['JSON', '{\n  "id": "a",\n  "questions": [\n    {\n      "id": "q1"\n    }\n  ]\n}\n'],
    ['JSON on one line', '{"id":"a","questions":[{"id":"q1"}]}'],
    ['JSON with no question', '{\n  "id": "a",\n  "questions": []\n}\n'],
    ['JSON with no list', '{ "id": "a" }\n'],
  ])('adds to %s, and leaves the rest as it stands', (_, before) => {
    const after = addEntry(before, 'questions', entry)
    const old = parse(before)
    expect(parse(after)).toEqual({ ...old, questions: [...(old.questions ?? []), entry] })
    expect(after.match(/#.*/g)).toEqual(before.match(/#.*/g))
    if (before.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/)
    if (before.startsWith('{')) expect(JSON.parse(after)).toEqual(parse(after))
    const objective = { id: 'o', text: 'Do it.' }
    expect(parse(addEntry(after, 'objectives', objective)).objectives).toEqual([objective])
  })

  it.each([
    [
      'blank lines before a comment',
      'questions:\n  - id: q1\n\n  # six\nlanguage: en\n',
      'stem',
      '\n\n  # six\nlang',
    ],
    ['tabs', '{\n\t"questions": [\n\t\t{ "id": "q1" }\n\t]\n}', '},\n\t\t{\n\t\t\t"id": "new"', '\n\t]\n}'],
    [
      'four spaces',
      '{\n    "questions": [\n        {}\n    ]\n}',
      ',\n        {\n            "id": "new"',
      '\n    ]\n}',
    ],
    [
      'lines where there is none yet',
      '{\n  "questions": []\n}',
      '[\n    {\n      "id": "new"',
      '\n    }\n  ]\n}',
    ],
  ])('writes as the file does: %s', (_, before, inside, end) => {
    const after = addEntry(before, 'questions', { id: 'new', stem: 'One' })
    expect(after).toContain(inside)
    expect(after).toContain(end)
  })

  it.each([
    ['fields', 'id: a\nquestions: &all\n  x: 1\n'],
    ['an alias', 'id: a\nall: &all [{ id: q1 }]\nquestions: *all\n'],
    ['text whose last line ends are kept', 'id: a\nquestions:\n  - stem: |+\n      One\n\n\n'],
  ])('refuses %s, as nothing can be added without touching the rest', (_, before) => {
    expect(() => addEntry(before, 'questions', entry)).toThrow(/by hand/)
  })
})
