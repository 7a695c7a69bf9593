import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { runTokenCommand } from './token.command.js';

const USAGE = `Usage:
  npm run token -- create --label "International relations office" --scope read|write
  npm run token -- list
  npm run token -- revoke ID`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { label: { type: 'string' }, scope: { type: 'string', default: 'read' } },
});

try {
  const [command, ...rest] = positionals;
  if (command !== 'token') throw new Error(USAGE);
  await runTokenCommand(rest, values, USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
