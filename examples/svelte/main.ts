import { mount } from 'svelte'

/** `?module` plays a learning module in place of a quiz. */
const isModule = new URLSearchParams(location.search).has('module')
const { default: App } = await (isModule ? import('./Module.svelte') : import('./App.svelte'))
mount(App, { target: document.querySelector('#app') as HTMLElement })
