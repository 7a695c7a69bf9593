import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Config, chooseFolder, readConfig } from '#platform';
import { runBackupCommand, runRestoreCommand } from './backup.command.js';
import { runDemo } from './demo/demo.command.js';
import { runExportCommand } from './export.command.js';
import { runImportCommand } from './import.command.js';
import { runProcessingRecordCommand } from './processing-record.command.js';
import { runProtectedCommand } from './protected.command.js';
import { runRetentionCommand } from './retention.command.js';
import { runTokenCommand } from './token.command.js';

const USAGE = `Usage:
  npm run demo
  npm run token -- create --label "International relations office" --role viewer|organizer|protocol|legal|admin [--days 90]
  npm run token -- list
  npm run token -- revoke ID
  npm run backup [-- FILE]
  npm run backup -- --verify FILE
  npm run restore -- FILE
  npm run corteo -- import [--dry-run] [--language TAG] [--key KEY] FILE…
  npm run corteo -- import --of people|organizations|agreements [--mapping HEAD:FIELD,…] SHEET
  npm run corteo -- import --of participants --event ID SHEET
  npm run corteo -- export visit|forum|agreement|place ID
  npm run corteo -- protected rotate
  npm run corteo -- retention [--dry-run]
  npm run corteo -- processing-record [--html]`;

/** The demo keeps to a database of its own, whatever Corteo runs on otherwise. */
function readDemoConfig(): Config {
  const others = { DATABASE_URL: undefined, DATABASE_MIGRATION_URL: undefined, DATA_FOLDER: undefined };
  const config = readConfig({ ...process.env, ...others });
  return { ...config, dataFolder: chooseFolder('demo', config.stateFolder) };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    label: { type: 'string' },
    role: { type: 'string' },
    scope: { type: 'string' },
    days: { type: 'string' },
    verify: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    of: { type: 'string' },
    event: { type: 'string' },
    mapping: { type: 'string' },
    language: { type: 'string' },
    key: { type: 'string' },
    html: { type: 'boolean' },
  },
});

try {
  const [command, ...rest] = positionals;
  if (command === 'token') await runTokenCommand(rest, values, USAGE);
  else if (command === 'backup') await runBackupCommand(rest, values, USAGE);
  else if (command === 'restore') await runRestoreCommand(rest, USAGE);
  else if (command === 'import') await runImportCommand(rest, values, USAGE);
  else if (command === 'export') await runExportCommand(rest, USAGE);
  else if (command === 'protected') await runProtectedCommand(rest, USAGE);
  else if (command === 'retention') await runRetentionCommand(rest, values, USAGE);
  else if (command === 'processing-record') runProcessingRecordCommand(rest, values, USAGE);
  else if (command === 'demo') await runDemo(readDemoConfig());
  else throw new Error(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
