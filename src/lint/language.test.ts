import { describe, expect, it } from 'vitest'
import { lintBank } from './index.js'
import { pick } from './rule.js'

type Written = readonly [stem: string, ...choices: readonly string[]]

/** Sound questions, some with words that look like English ones which rules are about. */
const sound: { readonly [language: string]: readonly Written[] } = {
  de: [
    [
      'Warum war das Gesetz nicht wirksam?',
      '*Es fehlte die Unterschrift',
      'Es kam zu spät',
      'Niemand las es',
    ],
    ['Wer schrieb den „Faust“?', 'Schiller', '*Goethe', 'Heine'],
  ],
  fr: [
    ['Combien d’habitants compte la ville ?', 'Moins de 1 000', '*De 1 000 à 4 999', 'De 5 000 à 9 999'],
    ['Quel organe produit l’insuline ?', 'Le foie', '*Le pancréas', 'La rate'],
  ],
  es: [['¿Por qué no llovió en el desierto?', '*Por la corriente fría', 'Por la altura', 'Por el viento']],
  ja: [
    ['日本で一番高い山はどれですか。', '*富士山', '北岳', '槍ヶ岳'],
    ['赤血球のはたらきはどれか', '*酸素を運ぶ', '血を固める', '病原体と戦う'],
  ],
  zh: [['光合作用在哪里进行？', '*叶绿体', '线粒体', '细胞核']],
  ar: [['أين تحدث عملية البناء الضوئي؟', '*في البلاستيدات', 'في النواة', 'في الدم']],
  he: [['מי כתב את "מדינת היהודים"?', '*הרצל', 'ביאליק', 'עגנון']],
}

/** Faults of structure, which are the same in every language. */
const faulty: readonly (readonly [language: string, code: string, ...question: Written])[] = [
  ['de', 'numeric-order', 'Wann wurde es unterzeichnet?', '4. Juli 1776', '*4. Mai 1776', '4. August 1776'],
  ['de', 'numeric-order', 'Wie viele Menschen leben dort?', '2.500', '*1.000', '10.000'],
  ['de', 'all-of-the-above', 'Welche Gase wärmen die Luft?', 'Methan', 'Lachgas', '*Alle genannten'],
  ['fr', 'numeric-range-overlap', 'Combien de personnes ?', 'de 0 à 10', '*de 10 à 20', 'de 20 à 30'],
  ['es', 'none-of-the-above', '¿Quién llegó?', '*Ana', 'Luis', 'Ninguna de las anteriores'],
  [
    'ja',
    'key-longest',
    '会議は何を決めましたか。',
    '税金',
    '*図書館の予算を三年間で四パーセント増やすという計画',
    '借金',
  ],
  ['ja', 'numeric-range-overlap', '何人が来ましたか。', '０～１０人', '*１０～２０人', '２０～３０人'],
  ['ja', 'numeric-order', 'いつ署名されましたか。', '1945年8月15日', '*1945年5月8日', '1945年9月2日'],
  ['ja', 'stem-unfocused', '歴史', '*京都', '奈良', '大阪'],
  ['zh', 'odd-one-out-key', '哪种维生素？', '维生素A', '维生素B', '维生素C', '*阳光'],
  ['ar', 'numeric-order', 'كم عدد الحاضرين؟', '٣٠', '*١٠', '٢٠'],
  ['ar', 'numeric-range-overlap', 'كم عدد الحاضرين؟', '٠-١٠', '*١٠-٢٠', '٢٠-٣٠'],
  ['he', 'key-longest', 'מה החליטה המועצה?', 'מס', '*תקציב לשלוש שנים שמגדיל את מימון הספריות', 'הלוואה'],
]

const codesOf = (question: Written, language?: string) =>
  lintBank(
    { id: 'b', title: 'B', ...(language !== undefined && { language }), questions: [pick(...question)] },
    { feedback: false },
  ).map(({ code }) => code)

describe('in other languages than English', () => {
  const all = Object.entries(sound).flatMap(([language, some]) =>
    some.map(question => [language, question] as const),
  )

  it.each(all)('nothing is said on sound questions: %s %j', (language, question) => {
    expect(codesOf(question, language)).toEqual([])
    expect(codesOf(question)).toEqual([])
    expect(codesOf(question, 'en')).toEqual([])
  })

  it.each(faulty)('%s: %s', (language, code, stem, ...choices) => {
    expect(codesOf([stem, ...choices], language)).toEqual([code])
  })
})
