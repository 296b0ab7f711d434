import { isEnglish } from '../language.js'
import { pick, questionRule } from '../rule.js'
import { blank, isPersonal, ownWords } from '../text.js'

/** Words that mean another time each day. */
export const timeRelativeWording = questionRule(
  {
    id: 'time-relative-wording',
    severity: 'warning',
    advice: 'A question is read for years. Give the date, or say: when the article appeared, in April 2023.',
    from: 'banks of news that aged',
    bad: [pick('What happened recently in the north?', 'A strike', 'A storm', '*A vote')],
    better: [pick('What happened in the north in May 2023?', 'A strike', 'A storm', '*A vote')],
  },
  (question, { bank }) => {
    const { stem } = question
    if (story.test(stem) || (stem.search(blank) !== -1 && isPersonal(stem))) return null
    const own = ownWords(stem).replace(/\b\p{Lu}\w+ Today\b/gu, ' ')
    // Which language it is takes longer to tell than both to be sought.
    const [english, other] = [relative.exec(own) ?? monthOrWord.exec(own), elsewhere.exec(own)]
    if (!english && !other) return null
    const found = isEnglish(question, bank) ? english : other
    return found ? { field: 'stem', message: `'${found[0]}' will mean another time.` } : null
  },
)

/** Of a patient or somebody overheard, and no claim about the world. A sentence to complete about me is none either. */
const story = /\b\d+[- ](?:year|month|week|day)s?[- ]old\b|\bpatients?\b|\byou (?:hear|read|see)\b/i

const relative =
  /\b(?:today|recently|currently|nowadays|yesterday|tomorrow|these days|so far this|at present|at the moment|right now|just now|now(?=\?)|upcoming|this past (?:week|month|year|summer|winter)|this (?:january|february|april|june|july|august|september|october|november|december)|until now|up to now|lately|tonight|this (?:morning|afternoon|evening|weekend)|in recent (?:days|weeks|months|years|decades|times)|(?:this|last|next|the past|the coming) (?:year|month|week|spring|summer|autumn|fall|winter|quarter|decade|century|season)(?! of\b)|(?:past|last) (?:few|two|three|four|five|six|ten|\d+) (?:days|weeks|months|years|decades)(?! of\b)|(?:last|next|this coming) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:an?|a few|two|three|four|five|six|ten|several|some|\d+) (?:day|week|month|year|decade)s? ago)\b/i

/** In small letters these are no months. */
const monthOrWord = /\b[Tt]his (?:March|May)\b/

/** In German, French, Spanish, Polish, Russian and Ukrainian. */
const elsewhere =
  /(?<!\p{L})(?:heute|derzeit|zurzeit|zur zeit|momentan|gegenwärtig|kürzlich|neulich|neuerdings|gestern|(?:aktuell|jetzig|derzeitig)\p{L}{0,2}|(?:dieses|letztes|voriges|vergangenes|kommendes|nächstes) jahr(?! (?:de[rs]|vor|nach))|(?:diesen|letzten|vorigen|vergangenen) (?:monat|sommer|winter|herbst|frühling)(?! (?:de[rs]|vor))|(?:diese|letzte|vorige|vergangene) woche(?! (?:de[rs]|vor))|aujourd[’']hui|actuellement|récemment|en ce moment|ces derni(?:ers|ères) (?:jours|semaines|mois|années|temps)|cette (?:année|semaine)|ce mois-ci|(?:l[’']année|la semaine) (?:dernière|prochaine)|le mois dernier|hoy(?: en día)?|actualmente|recientemente|ayer|últimamente|en este momento|est(?:e año|a semana|e mes)|(?:el (?:año|mes)|la semana) pasad[oa]|obecnie|niedawno|ostatnio|dzisiaj|wczoraj|w (?:tym|zeszłym|ubiegłym) roku|сегодня|сейчас|недавно|вчера|в (?:этом|прошлом) году|на прошлой неделе|сьогодні|зараз|нині|нещодавно|вчора|(?:цього|минулого) (?:року|місяця|тижня))(?!\p{L})/iu
