/** What two columns on two sheets of A4 hold, with the widest font that a page may be shown in. */
const LINES = 285;
const LETTERS_IN_A_LINE = 48;
const TALL = /^h[12]/;

/** Whether the HTML of a page prints on two sheets, as far as can be told without printing it. */
export function fitsTwoSheets(html: string): boolean {
  const blocks = html.slice(html.indexOf('<body>')).split(/<(?=h1|h2|p|li|br)/);
  return blocks.map(linesOf).reduce((sum, lines) => sum + lines, 0) <= LINES;
}

function linesOf(block: string): number {
  const text = block
    .replace(/^[^>]*>|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...text].length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  return Math.ceil(letters / LETTERS_IN_A_LINE) + (TALL.test(block) ? 1 : 0);
}

/** How many of a number of items or letters are shown, where only a share of them has room. */
export function shareOf(number: number, share: number): number {
  return Math.max(1, Math.floor(number * share));
}
