import { type Command, CommanderError } from 'commander';
import { type Environment, makeProgram } from './program.js';

/** What a command ends with that nobody could run as it was written. */
const MISUSED = 2;

/**
 * Does what a line of words says: results go to the standard output, everything else to the standard error.
 * @returns the exit code: 1 where it could not be done, 2 where it was not said as the usage has it
 */
export async function runCommandLine(words: readonly string[], environment: Environment): Promise<number> {
  return runProgram(makeProgram(environment), words);
}

/** Runs a program that was made already. */
export async function runProgram(program: Command, words: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
