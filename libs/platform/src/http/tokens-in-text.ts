/** A token of ours, wherever it stands: as it is, or encoded in an address. */
export const TOKEN_IN_TEXT = /\bcorteo(_|%5F)[\w%-]+/gi;

/** An address without the tokens in it, for whatever keeps it: a private calendar has one in its path. */
export function withoutTokens(address: string): string {
  return address.replace(TOKEN_IN_TEXT, 'corteo$1redacted');
}
