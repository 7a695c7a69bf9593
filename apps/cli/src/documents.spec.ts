import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Command } from 'commander';
import { runProgram } from './command-line.js';
import { makeProgram } from './program.js';

/** How the command line is called, and what stands before its words then. */
const CALLS: readonly [RegExp, string[]][] = [
  [/(?:npm run (?:--silent )?corteo --|(?<![\w/.@-]|database )corteo) (?=(?:--)?[a-z])([^`\n]*)/g, []],
  ...['token', 'backup', 'restore', 'demo', 'worker'].map((name): [RegExp, string[]] => [
    new RegExp(String.raw`npm run (?:--silent )?${name}\b -- ([^\`\n]*)`, 'g'),
    [name],
  ]),
];

const DOCUMENTS = globSync(['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'docs/*.md']);

describe('documents', () => {
  afterEach(() => void jest.restoreAllMocks());

  it.each(DOCUMENTS)('%s names no command that the command line would not take', async (file) => {
    const calls = callsIn(await readFile(file, 'utf8'));
    const refused: string[][] = [];
    for (const words of calls) if ((await attempt(words)) !== 0) refused.push(words);
    expect(refused).toEqual([]);
  });
});

function callsIn(text: string): string[][] {
  return CALLS.flatMap(([pattern, before]) =>
    [...text.matchAll(pattern)].map(([, said = '']) => [...before, ...wordsOf(said)]),
  );
}

/** The words up to a comment, or to what else the shell does. */
function wordsOf(said: string): string[] {
  const [command = ''] = said.split(/\s+(?:#|>|&&|\|)/);
  return [...command.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);
}

/** Reads the words as they would be read, and does nothing. */
async function attempt(words: string[]): Promise<number> {
  jest.spyOn(console, 'error').mockReturnValue();
  const program = makeProgram({});
  for (const command of withAllBelow(program)) {
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
    if (command.commands.length === 0) command.action(() => {});
  }
  return runProgram(
    program,
    words.filter((word) => word !== '…'),
  );
}

function withAllBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}
