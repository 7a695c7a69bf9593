import { foldText } from '#vocabulary';
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

/** What the table of the database lacks, which is as the program folds so far, and what stands there so far. */
export function writeChanges({ folds }: Characters): string {
  const changed = [...folds].filter(([from, to]) => foldText(from) !== to);
  const former = changed.map(([from]) => [from, foldText(from)] as const);
  return [
    JSON.stringify(Object.fromEntries(changed)),
    JSON.stringify(Object.fromEntries(former.filter(([from, to]) => from !== to))),
  ].join('\n');
}

function inJavaScript(ranges: string): string {
  return ranges.replace(/\\U000?([0-9a-f]{5})/g, '\\u{$1}');
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
