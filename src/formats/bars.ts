/** The parts of a line between bars; `\|` is a bar within one. */
export const splitAtBars = (line: string): string[] =>
  line.split(/(?<!\\)\|/).map(part => part.trim().replaceAll('\\|', '|'))
