/**
 * What must not reach a terminal from a bank: whole escape sequences (CSI; OSC, DCS and their like up to their end; the short
 * ones), the C0 and C1 controls that are left, and the marks that turn the direction of text around. Tabs and line breaks stay.
 */
const unsafe = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)[\\u0020-\\u003f]*[\\u0040-\\u007e]?',
    '(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[\\u0020-\\u002f]*[\\u0030-\\u007e]?',
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]',
    '[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]',
  ].join('|'),
  'g',
)

/** A text that does nothing at a terminal but be read: without control sequences and direction overrides. */
export function safeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unsafe, '')
}

/** The same on one line, for a title, a label or an error message. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/g, ' ').trim()
}
