/** Where the character begins that stands at a place of a text: a text that is cut there loses no half of one. */
export function characterStart(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}
