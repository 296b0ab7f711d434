import { createRoot } from 'react-dom/client'

/** `?module` plays a learning module in place of a quiz. */
const isModule = new URLSearchParams(location.search).has('module')
const { App } = await (isModule ? import('./Module.js') : import('./Quiz.js'))
createRoot(document.querySelector('#app') as HTMLElement).render(<App />)
