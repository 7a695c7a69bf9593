/** A character as addresses hold it: as it is, or encoded, which makes no difference to who reads them. */
function asIsOrEncoded(character: string): string {
  return `(?:${character}|%${character.charCodeAt(0).toString(16)})`;
}

/** A token of ours, wherever it stands and however it is encoded. */
export const TOKEN_IN_TEXT = new RegExp(`${[...'corteo_'].map(asIsOrEncoded).join('')}[\\w%-]+`, 'gi');

/** A text without the tokens in it, for whatever keeps or repeats it: a private calendar has one in its address. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN_IN_TEXT, 'corteo_redacted');
}
