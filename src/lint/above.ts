/** One pattern of what a choice about all the others may begin with, language by language. */
const beginsWith = (forms: readonly RegExp[]) =>
  new RegExp(`^\\P{L}{0,3}(?:${forms.map(({ source }) => source).join('|')})`, 'iu')

/** 'All of the above', in the languages that are met most. */
export const allAbove = /* @__PURE__ */ beginsWith([
  /all (?:of )?(?:the )?(?:above|(?:(?:other|given|listed|mentioned|named|previous|preceding) )?(?:answers|options|choices|statements|responses))\b/u,
  /(?:all (?:of )?(?:the )?(?:listed|mentioned|named|previous|preceding)|all|(?:they|these) are all (?:correct|right|true))\P{L}*$|(?:the )?above are all\b/u,
  /all (?:of )?(?:these|those) \p{L}+\P{L}*$|all (?:of )?(?:these|them|those|three|four|are)?(?: (?:are|is|answers?|options?|choices?|statements?|correct|true|right))*\P{L}*$/u,
  /(?:each|every one) of (?:the above|these)|(?:each|every) (?:answer|option|choice|statement) is|everything (?:\p{L}+ )?above/u,
  /(?:a|b)(?:, b)?(?:, c)? and [cd] are (?:all )?correct/u,
  /alle[s]? (?:der )?(?:genannt|oben|obig|vorgenannt|antworten|aussagen|optionen|bovenstaand|antwoorden|genoemd)/u,
  /alle (?:(?:davon|drei|vier|fünf|hier|sind) )?(?:davon|drei|vier|fünf|sind|stimmen|treffen zu|richtig\p{L}*|korrekt\p{L}*|genannt\p{L}*|antworten|aussagen)\P{L}*$|sämtliche (?:genannt|oben|obig|antworten|aussagen)/u,
  /tou(?:te)?s (?:(?:les|ces) (?:réponses|choix|propositions|options|affirmations|énoncés)|sont)|tout (?:cela|ce qui précède)|tou(?:te)?s les \p{L}+ (?:cité|mentionné|énuméré|proposé|ci-dessus|précédent)|les (?:trois|quatre)(?: réponses| propositions)?\P{L}*$/u,
  /tod[oa]s (?:l[oa]s )?(?:anteriores|respuestas|opciones|alternativas)|tod[oa]s son (?:correct|verdader)|todo lo anterior|tod[oa]s (?:ell[oa]s|(?:l[oa]s )?(?:mencionad|citad|nombrad|señalad)[oa]s)\P{L}*$/u,
  /tod[oa]s [oa]s (?:anteriores|alternativas|respostas|opções)|tutt[ei] (?:le|i) (?:precedenti|risposte|opzioni)/u,
  /all[ae] (?:av )?(?:de )?(?:ovanstående|ovenstående|ovennevnte|alternativen|svaren)|(?:yukarıdakilerin )?hepsi\P{L}*$/u,
  /wszystkie (?:z )?(?:powyższ|odpowied|wymienion|podan|są )|všechny (?:výše|uveden|odpověd|možnost)/u,
  /вс[её] (?:из )?(?:выше|перечисл|указанн|названн|ответы|варианты|верно|верны|правильно)/u,
  /(?:ус|вс)[еі] (?:із |з |ці |три |чотири )?(?:вище|перел|зазнач|наведен|назван|відповід|варіант|правильн)/u,
  /(?:上記|前述|以上|上)の?(?:すべて|全て|全部)|(?:すべて|全て|全部)(?:正しい|正解|当てはまる|あてはまる)/u,
  /(?:以上|上述|前述)(?:各项|选项|選項|答案|说法|所有)*(?:都|皆|全|均)(?![部都]*(?:不|非|错|錯|无|無))|(?:全部|全|都)都?(?:是|对|對|正确|正確)\P{L}*$/u,
  /(?:جميع|كل) (?:ما (?:سبق|ذكر|تقدم)|الإجابات|الاجابات|الخيارات)|כל התשובות|כל הנ/u,
])

/** 'None of the above', in the same languages. */
export const noneAbove = /* @__PURE__ */ beginsWith([
  /none (?:of )?(?:the )?(?:above|(?:(?:other|given|listed|mentioned|named|previous|preceding) )?(?:answers|options|choices|statements|responses))\b/u,
  /none (?:of )?(?:the )?(?:listed|mentioned|named|given|previous|preceding)\P{L}*$/u,
  /none of (?:these|those) \p{L}+\P{L}*$|none(?: of)?(?: (?:these|them|those|three|four))?(?: (?:are|is|answers?|options?|choices?|methods?|statements?|correct|true|right))*\P{L}*$/u,
  /neither of (?:the above|these)|no (?:correct|right) (?:answer|option|choice)|no (?:answer|option|choice|statement) is (?:correct|right|true)/u,
  /kein(?:e[rs]?)? (?:davon|dieser|der (?:genannt|oben|obig|vorgenannt|ander|antwort|aussag|option|möglichkeit)|von (?:diesen|den)|(?:richtige )?antwort)|nichts (?:davon|von (?:dem|alledem|den genannt))/u,
  /aucune? (?:de (?:ces|ceux|celles)|des (?:deux|trois|quatre|réponses|choix|propositions|options|affirmations|énoncés|précédent)|(?:bonne |autre )?(?:réponse|proposition))|geen van/u,
  /ningun[ao] (?:de (?:l[oa]s )?(?:anteriores|respuestas|opciones|alternativas|mencionad|est[oa]s|ell[oa]s|otr[oa]s|demás)|respuesta|opción|es correct)|ningun[ao]\P{L}*$/u,
  /nenhuma? (?:d[ao]s (?:anteriores|alternativas|respostas|opções)|resposta|alternativa)|nessun[ao] (?:delle|dei) (?:precedenti|risposte|opzioni)|nessuna risposta/u,
  /(?:inge[nt]|intet) (?:av|af) (?:de )?(?:ovan|oven|altern|svar)|(?:yukarıdakilerin )?hiçbiri\P{L}*$/u,
  /żad(?:na|ne|en) z (?:powyższ|odpowied|wymienion|podan|tych|nich)|żadna odpowiedź|žádn[áýé] z (?:výše|uveden|odpověd|možnost|nich)/u,
  /(?:ни (?:один|одна|одно)|ничто|ничего) из (?:выше|перечисл|указ|назв|ответ|вариант|эт|них)|нет (?:правильн|верн)\p{L}+ (?:ответ|вариант)/u,
  /(?:жод(?:на|не|ен)|ніщо|нічого) (?:з|із|зі) (?:вище|перел|зазнач|наведен|назван|відпов|варіант|цих|них)|немає (?:правильн|вірн)\p{L}+ (?:відпов|варіант)/u,
  /(?:(?:上記|前述|以上|上)の)?(?:いずれ|どれ)(?:でも|も正しく|も当てはまら|もあてはまら)(?:ない|ありません)|該当なし|正解なし/u,
  /(?:以上|上述|前述)(?:各项|选项|選項|答案|说法|所有)*(?:都|皆|全|均)[部都]?(?:不|非|错|錯|无|無)|(?:全|都)不(?:是|对|對|正确|正確)\P{L}*$/u,
  /لا شي?[ءئ] (?:مما|من)|ليس (?:أي|مما)|אף תשובה|אף אחת|לא מהנ/u,
])

/** The choice of such a form. To how many, or how much, all of them and none of them are answers like others. */
export function findAbove(
  form: RegExp,
  { stem, choices }: { readonly stem: string; readonly choices: readonly string[] },
): string | undefined {
  const isAmount = (text: string) => amount.test(text) && asksHowMany.test(stem)
  return choices.find(text => form.test(text) && !isAmount(text))
}

const amount =
  /^\P{L}*(?:(?:all|none)(?: of (?:them|these|those))?|alle|keine[rs]?|tous|toutes|aucune?|tod[oa]s|ningun[oa]|[ув]с[іе]|жоден|жодна)\P{L}*$/iu
const asksHowMany =
  /\b(?:how (?:many|much)|number of|(?:fraction|share|proportion|percentage) of|wie ?viele?|combien|cu[aá]nt\p{L}*)(?!\p{L})|(?<!\p{L})(?:скільки|сколько)(?!\p{L})/iu
