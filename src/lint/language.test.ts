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
    ['Wie viele kamen?', 'weniger als 10', '*10 bis 20', 'mehr als 20'],
    ['Die Hauptstadt ist', '*Berlin', 'Bonn', 'Köln'],
    ['Wie oft tagt der Rat?', '*Alle drei Monate', 'Jede zweite Woche', 'Jeden Freitag'],
    ['Was ist fettlöslich unter den Vitaminen?', '*A und D', 'B und C', 'B und D'],
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
  en: [['How many came?', 'Under 10', '*10 to 20', 'Over 20']],
  zh: [['光合作用在哪里进行？', '*叶绿体', '线粒体', '细胞核']],
  ar: [
    ['أين تحدث عملية البناء الضوئي؟', '*في البلاستيدات', 'في النواة', 'في الدم'],
    ['عاصمة مصر هي', '*القاهرة', 'الأقصر', 'أسوان'],
  ],
  pl: [['Co obiecał burmistrz?', '*Żadnych nowych podatków', 'Nowe mosty', 'Niższe czynsze']],
  ru: [['Столица Франции —', '*Париж', 'Лион', 'Ницца']],
  uk: [['Столиця Франції — це', '*Париж', 'Ліон', 'Ніцца']],
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
  ['de', 'numeric-range-overlap', 'Wie viele kamen?', 'weniger als 10', '*5 bis 20', '21 bis 30'],
  ['de', 'numeric-range-overlap', 'Wie viele kamen?', 'unter 10', '*10 bis 20', 'über 15'],
  ['fr', 'numeric-range-overlap', 'Combien sont venus ?', 'moins de 10', '*de 5 à 20', '30 et plus'],
  ['es', 'numeric-range-overlap', '¿Cuántos vinieron?', 'menos de 10', '*entre 10 y 20', 'más de 15'],
  ['pl', 'numeric-range-overlap', 'Ilu przyszło?', 'od 0 do 10', '*od 10 do 20', 'od 21 do 30'],
  ['ru', 'numeric-range-overlap', 'Сколько пришло?', 'от 0 до 10', '*от 10 до 20', 'более 20'],
  ['uk', 'numeric-range-overlap', 'Скільки прийшло?', 'менше ніж 10', '*від 5 до 20', 'понад 20'],
  ['ja', 'numeric-range-overlap', '何人が来ましたか。', '10人未満', '*5人から20人', '21人以上'],
  ['ja', 'numeric-range-overlap', '雨季はいつですか。', '3月から5月', '*5月から7月', '8月から10月'],
  ['zh', 'numeric-range-overlap', '来了多少人？', '0到10人', '*10至20人', '21人以上'],
  ['ar', 'numeric-range-overlap', 'كم عدد الحاضرين؟', 'من 0 إلى 10', '*من 10 إلى 20', 'أكثر من 20'],
  ['de', 'numeric-order', 'Wie viele kamen?', 'über 20', '*unter 10', '10 bis 20'],
  ['de', 'numeric-order', 'Wann war das?', 'im Jahr 1914', '*im Jahr 1812', 'im Jahr 1945'],
  ['ru', 'numeric-order', 'Когда это было?', 'в 1914 году', '*в 1812 году', 'в 1945 году'],
  ['en', 'numeric-order', 'When did it begin?', 'In 1939', '*In 1914', 'In 1945'],
  ['en', 'numeric-order', 'How many came?', '10–19', '*0–9', '30–39', '20–29'],
  ['de', 'true-false-options', 'Stimmt das?', '*Richtig', 'Falsch', 'Teilweise'],
  ['ru', 'true-false-options', 'Правда ли это?', '*Да', 'Нет', 'Отчасти'],
  ['ja', 'true-false-options', '正しいですか。', '*はい', 'いいえ', '一部'],
  ['ru', 'complex-K-type', 'Кто подписал?', '*Анна и Борис', 'Анна и Вера', 'Борис и Вера'],
  ['pl', 'complex-K-type', 'Kto podpisał?', '*Anna i Borys', 'Anna i Wera', 'Borys i Wera'],
  ['ar', 'complex-K-type', 'من وقع؟', '*سامي ومنى', 'سامي وعمر', 'منى وعمر'],
  ['he', 'key-longest', 'מה החליטה המועצה?', 'מס', '*תקציב לשלוש שנים שמגדיל את מימון הספריות', 'הלוואה'],
]

/** What the choices of any language may say of each other, beside two that stand for nothing. */
const ofOthers: readonly (readonly [language: string, code: string, ...texts: readonly string[]])[] = [
  ['en', 'all-of-the-above', 'Everything listed above', 'All answers are correct', 'Each of the above'],
  ['en', 'none-of-the-above', 'No correct answer', 'None of the options is correct', 'Neither of these'],
  ['en', 'option-refers-to-position', 'A+B', 'a) and b)', 'A and B but not C', 'Both', 'Neither', 'B or C'],
  ['de', 'all-of-the-above', 'Alles oben Genannte', 'Alle drei', 'Alle Antworten sind richtig'],
  ['de', 'none-of-the-above', 'Keines davon', 'Keine der genannten', 'Nichts davon'],
  ['de', 'option-refers-to-position', 'Sowohl A als auch B', 'Antwort A und B', 'Weder A noch B'],
  ['fr', 'all-of-the-above', 'Tous les choix ci-dessus', 'Toutes ces réponses'],
  ['fr', 'none-of-the-above', 'Aucun de ces choix', 'Aucune des réponses ci-dessus'],
  ['fr', 'option-refers-to-position', 'Les réponses A et B', 'A et B'],
  ['es', 'all-of-the-above', 'Todas son correctas', 'Todos los anteriores'],
  ['es', 'none-of-the-above', 'Ninguno de los anteriores', 'Ninguna es correcta'],
  ['pl', 'all-of-the-above', 'Wszystkie z powyższych', 'Wszystkie odpowiedzi są poprawne'],
  ['pl', 'none-of-the-above', 'Żaden z powyższych', 'Żadna odpowiedź'],
  ['pl', 'option-refers-to-position', 'A i B', 'A oraz C'],
  ['ru', 'all-of-the-above', 'Всё перечисленное', 'Все варианты верны', 'Все ответы верны'],
  ['ru', 'none-of-the-above', 'Ничего из перечисленного', 'Нет правильного ответа'],
  ['ru', 'option-refers-to-position', 'А и Б', 'A и B'],
  ['uk', 'all-of-the-above', 'Усе перелічене', 'Усі відповіді правильні'],
  ['uk', 'none-of-the-above', 'Жодна з відповідей', 'Нічого з переліченого'],
  ['uk', 'option-refers-to-position', 'А і Б', 'А та В'],
  ['ja', 'all-of-the-above', '全て正しい', '上のすべて'],
  ['ja', 'none-of-the-above', 'どれも正しくない', 'いずれでもない'],
  ['ja', 'option-refers-to-position', 'AとB'],
  ['zh', 'all-of-the-above', '以上都是', '以上选项都对', '全部都是'],
  ['zh', 'none-of-the-above', '以上都不是', '以上皆非', '以上选项都不对', '都不是'],
  ['zh', 'option-refers-to-position', 'A和B'],
  ['ar', 'all-of-the-above', 'جميع الإجابات صحيحة', 'كل ما سبق'],
  ['ar', 'none-of-the-above', 'ليس مما سبق', 'لا شيء من ذلك'],
  ['ar', 'option-refers-to-position', 'أ و ب'],
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

  it.each(ofOthers)('%s: %s, however it is said', (language, code, ...texts) => {
    const told = texts.map(text => [
      text,
      ...codesOf(['Lorem ipsum dolor?', '*Amet', 'Elit', text], language),
    ])
    expect(told).toEqual(texts.map(text => [text, code]))
  })
})
