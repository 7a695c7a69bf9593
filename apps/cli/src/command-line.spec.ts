import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Command } from 'commander';
import { ROLE_NAMES } from '#identity';
import { runProgram } from './command-line.js';
import { ROLES, makeProgram } from './program.js';

/** Every command, with the words that lead to it. */
function commandsOf(command: Command, words: string[] = []): [string[], Command][] {
  const below = command.commands.flatMap((each) => commandsOf(each, [...words, each.name()]));
  return [[words, command], ...below];
}

const commands = commandsOf(makeProgram({}));
const leaves = commands.filter(([, { commands: below }]) => below.length === 0);
const usage = (words: string[]): string => `Usage: ${['corteo', ...words].join(' ')} `;

describe('the command line', () => {
  let said: { out: string; err: string };
  let program: Command;

  beforeEach(() => {
    said = { out: '', err: '' };
    program = makeProgram({});
    for (const [, command] of commandsOf(program))
      command.configureOutput({
        writeOut: (text) => (said.out += text),
        writeErr: (text) => (said.err += text),
      });
    jest.spyOn(console, 'error').mockImplementation((text) => (said.err += `${text}\n`));
  });
  afterEach(() => void jest.restoreAllMocks());

  const run = (words: readonly string[]): Promise<number> => runProgram(program, words);

  it.each(commands)('tells on the standard output how to use %j', async (words) => {
    expect(await run([...words, '--help'])).toBe(0);
    expect([said.out.startsWith(usage(words)), said.err]).toEqual([true, '']);
  });

  it.each(commands)('answers a wrong flag of %j with its usage', async (words) => {
    expect(await run([...words, '--frobnicate'])).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/^error: (unknown option '--frobnicate'|required option)/);
    expect(said.err).toContain(`\n${usage(words)}`);
  });

  it.each(leaves)('answers what %j has no use for with its usage', async (words, { registeredArguments }) => {
    if (registeredArguments.some(({ variadic }) => variadic)) return;
    const given = registeredArguments.map(({ argChoices }) => argChoices?.[0] ?? 'x');
    const needed = words.join(' ') === 'token create' ? ['--label', 'x'] : [];
    expect(await run([...words, ...given, ...needed, 'more'])).toBe(2);
    expect(said.err).toContain('too many arguments');
    expect(said.err).toContain(`\n${usage(words)}`);
  });

  it.each([
    [[]],
    [['token']],
    [['protected']],
    [['frobnicate']],
    [['token', 'frobnicate']],
    [['token', 'create']],
    [['token', 'create', '--label', ' ']],
    [['token', 'create', '--label', 'Office', '--role', 'chief']],
    ...['0', '-1', '1.5', 'x'].map((days) => [['token', 'create', '--label', 'Office', '--days', days]]),
    [['token', 'revoke']],
    [['import']],
    [['import', 'a.csv', '--of', 'visits']],
    [['export', 'person', 'x']],
    [['export', 'visit']],
    [['restore']],
    [['backup', '--verify']],
  ])('answers %j with a usage', async (words) => {
    expect(await run(words)).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/Usage: corteo/);
  });

  it('tells in words what could not be done', async () => {
    expect(await run(['backup', '--verify', 'nowhere.tar.gz'])).toBe(1);
    expect([said.out, said.err]).toEqual(['', expect.stringContaining('nowhere.tar.gz')]);
  });

  it('makes tokens of every role that needs no more than a name', () => {
    expect(ROLES).toEqual(ROLE_NAMES.filter((role) => role !== 'partner'));
  });
});
