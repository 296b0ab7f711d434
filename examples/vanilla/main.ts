/** `?module` plays a learning module in place of a quiz. */
if (new URLSearchParams(location.search).has('module')) void import('./module.js')
else void import('./quiz.js')
