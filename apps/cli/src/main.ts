import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig } from '#platform';
import { runDemo } from './demo/demo.command.js';
import { DEMO_FOLDER } from './demo/demo.files.js';
import { runTokenCommand } from './token.command.js';

const USAGE = `Usage:
  npm run demo
  npm run token -- create --label "International relations office" --scope read|write
  npm run token -- list
  npm run token -- revoke ID`;

/** The demo keeps to a database of its own, whatever Corteo runs on otherwise. */
const DEMO_DATABASE = { DATABASE_URL: undefined, DATA_FOLDER: DEMO_FOLDER };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { label: { type: 'string' }, scope: { type: 'string', default: 'read' } },
});

try {
  const [command, ...rest] = positionals;
  if (command === 'token') await runTokenCommand(rest, values, USAGE);
  else if (command === 'demo') await runDemo(readConfig({ ...process.env, ...DEMO_DATABASE }));
  else throw new Error(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
