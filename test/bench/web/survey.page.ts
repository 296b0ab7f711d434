import { Model } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'
import { webQuestions } from './questions.js'

/** The quiz in SurveyJS: a page a question; the feedback is a text that shows once something is chosen. */
export function playSurvey(count: number): void {
  const survey = new Model({
    title: 'Times seven',
    showProgressBar: true,
    pages: webQuestions(count).map(({ id, stem, choices, key }) => ({
      elements: [
        {
          type: 'radiogroup',
          name: id,
          title: stem,
          correctAnswer: key,
          choices: choices.map(({ id: value, text }) => ({ value, text })),
        },
        ...choices.map(choice => ({
          type: 'html',
          name: `${id}-${choice.id}`,
          html: choice.feedback,
          visibleIf: `{${id}} = '${choice.id}'`,
        })),
      ],
    })),
  })
  renderSurvey(survey, document.querySelector('#quiz') as HTMLElement)
}
