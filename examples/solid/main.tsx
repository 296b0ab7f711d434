import { render } from 'solid-js/web'

/** `?module` plays a learning module in place of a quiz. */
const isModule = new URLSearchParams(location.search).has('module')
const { App } = await (isModule ? import('./Module.js') : import('./Quiz.js'))
render(() => <App />, document.querySelector('#app') as HTMLElement)
