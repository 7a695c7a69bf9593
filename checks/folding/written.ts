import type { Characters } from './characters.js';

/** As `libs/vocabulary/src/words/characters.ts` has the table. */
export function writeModule({ folds, dropped, separators, spaceless }: Characters): string {
  const pairs = [...folds].map(([from, to]) => from + to).join('\t');
  return [
    '// Made by checks/folding/main.ts; a check makes it again.',
    `export const FOLDS =\n  ${quote(pairs)};`,
    `export const DROPPED =\n  ${quote(inJavaScript(dropped))};`,
    `export const SEPARATORS =\n  ${quote(inJavaScript(separators))};`,
    `export const SPACELESS =\n  ${quote(inJavaScript(spaceless))};\n`,
  ].join('\n\n');
}

/** The functions of the database that hold the table. */
export function writeFunctions({ folds, dropped, separators, spaceless }: Characters): string {
  const map = JSON.stringify(Object.fromEntries(folds)).replaceAll("'", "''");
  return [
    writeFunction('folded_characters', 'jsonb', `'${map}'::jsonb`),
    writeFunction('dropped_characters', 'text', `'${dropped}'::text`),
    writeFunction('separating_characters', 'text', `'${separators}'::text`),
    writeFunction('spaceless_characters', 'text', `'${spaceless}'::text`),
  ].join('\n\n');
}

function writeFunction(name: string, type: string, value: string): string {
  return `create function public.${name}() returns ${type} language sql immutable parallel safe as $$ select ${value} $$;`;
}

function inJavaScript(ranges: string): string {
  return ranges.replace(/\\U000?([0-9a-f]{5})/g, '\\u{$1}');
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
