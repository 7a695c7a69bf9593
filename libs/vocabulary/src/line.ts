/**
 * What can be seen of a text: no space, control or mark alone, and nothing that is drawn as nothing or, like the
 * braille blank, as a space.
 */
export const VISIBLE = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;
const CONTROLLING = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Whether anything of a text can be seen. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Whether a text stays on one line: it holds no break of lines and no other control character. */
export function isOneLine(text: string): boolean {
  return !CONTROLLING.test(text);
}
