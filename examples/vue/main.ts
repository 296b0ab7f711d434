import { createApp } from 'vue'

/** `?module` plays a learning module in place of a quiz. */
const isModule = new URLSearchParams(location.search).has('module')
const { default: App } = await (isModule ? import('./Module.vue') : import('./App.vue'))
createApp(App).mount('#app')
