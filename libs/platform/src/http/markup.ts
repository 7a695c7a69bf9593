import { hash } from 'node:crypto';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML made of literals of this program and of escaped texts. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/** Writes HTML: whatever is put into it is escaped, unless it is HTML itself; lists are joined, nothing is left out. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < pieces.length ? show(pieces[index]) : '')).join(''),
  );
}

/** Pieces of HTML with something between them; what is nothing is left out. */
export function joined(pieces: readonly Piece[], between: string): Markup {
  return new Markup(
    pieces
      .map(show)
      .filter((text) => text !== '')
      .join(show(between)),
  );
}

function show(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(show).join('');
  if (piece === null || piece === undefined || piece === false) return '';
  // No control character but a tab and a line feed is allowed in HTML.
  const text = typeof piece === 'number' ? `${piece}` : (piece as string);
  return text.replace(/[^\P{Cc}\t\n]/gu, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** The style of a page as the element that it is, and what a browser may do with such a page: nothing but style it so. */
export function styleSheet(style: string): { readonly element: Markup; readonly policy: string } {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  // To the byte what the policy allows.
  return { element: new Markup(`<style>${style}</style>`), policy: policy.join('; ') };
}
