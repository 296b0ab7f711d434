import { itemRule, pick } from '../rule.js'

/** A choice that names others by their place. */
export const optionRefersToPosition = itemRule(
  {
    id: 'option-refers-to-position',
    severity: 'warning',
    advice:
      'Once the choices are shuffled, the letters point elsewhere. Say what is meant, or ask for all that apply.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 9',
    bad: [pick('What raised the prices in spring?', 'Drought', 'War', '*Both A and B', 'Tariffs')],
    better: [pick('What raised the prices in spring?', '*Drought and war', 'War alone', 'Tariffs')],
  },
  ({ choices, shuffles }) => {
    const found = choices.find(text => place.test(text))
    if (found === undefined) return null
    return `'${found}' names choices by their place${shuffles ? ', and these are shuffled' : ''}.`
  },
)

const place =
  /^\W*(?:(?:[Bb]oth|[Ee]ither|[Nn]either|[Oo]nly)?\s*(?:\(?[A-E]\)?|[1-5])\s*(?:,|and|or|&|nor)\s*\(?(?:[A-E]|[1-5])\)?(?:\s+only)?\W*$|(?:[Bb]oth|[Nn]either|[Ee]ither) of the above)/
