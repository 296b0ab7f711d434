import { connectModule, domProps, followFocus, sendToModule } from 'quizwright/ui'
import { way } from '../shared/module.js'
import { paintUi, root } from './page.js'

function paint(): void {
  const overview = way.getQuiz()?.getOverview() ?? []
  paintUi(connectModule(way.getView(), sendToModule(way), domProps, { overview }))
}

way.subscribe(paint)
paint()
followFocus(root)
