import { Argument, Command, InvalidArgumentError, Option } from 'commander';

/** Variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The roles of tokens that are made here, written out: asking for help loads nothing of the office. */
export const ROLES = ['viewer', 'organizer', 'protocol', 'legal', 'admin'];

/** What sheets can be lists of. */
const LISTS = ['people', 'organizations', 'agreements', 'participants'];

/** What dossiers can be written of. */
const EXPORTED = ['visit', 'forum', 'agreement', 'place'];

const EPILOGUE = `
In a checkout it is “npm run --silent corteo -- …”, in a container “corteo …”.
“corteo help COMMAND” tells more of one. Variables say which database is meant: docs/operations.md.`;

/** The command line: what can be said. What does it is loaded when it is asked for. */
export function makeProgram(environment: Environment): Command {
  const program = new Command('corteo')
    .description('Corteo, from the command line.')
    .exitOverride()
    .showHelpAfterError()
    .addHelpText('after', EPILOGUE);
  addDemo(program, environment);
  addTokens(program);
  addDossiers(program);
  addBackups(program);
  addCare(program);
  addWorker(program);
  return program;
}

function addDemo(program: Command, environment: Environment): void {
  program
    .command('demo')
    .description('Run the server with five real stories in it, on a database of its own.')
    .option('--database <address>', 'a Postgres database for it, instead of one that it brings along')
    .action(async ({ database }: { database?: string }) => {
      const [{ runDemo }, { readDemoConfig }] = await Promise.all([
        import('./demo/demo.command.js'),
        import('./demo/demo.config.js'),
      ]);
      await runDemo(readDemoConfig(environment, database));
    });
}

function addTokens(program: Command): void {
  const token = program.command('token').description('Make, list and revoke access tokens.');
  token
    .command('create')
    .description('Make one, and print it: it is shown once.')
    .requiredOption('--label <name>', 'who it is for, the author of what is written with it', readText)
    .addOption(new Option('--role <role>', 'what may be done with it (default: "viewer")').choices(ROLES))
    .addOption(new Option('--scope <scope>').choices(['read', 'write']).hideHelp())
    .option(
      '--days <number>',
      'how long it lasts (default: 90, or TOKEN_MAX_DAYS where that is less)',
      readDays,
    )
    .action(async (options) => (await import('./token.command.js')).createToken(options));
  token
    .command('list')
    .description('Tell which there are, without what opens anything.')
    .action(async () => (await import('./token.command.js')).listTokens());
  token
    .command('revoke')
    .description('End one at once.')
    .argument('<id>', 'its id, as “corteo token list” tells it')
    .action(async (id) => (await import('./token.command.js')).revokeToken(id));
}

function addDossiers(program: Command): void {
  program
    .command('import')
    .description('Take in dossiers, sheets, contacts and calendars: all of them, or nothing.')
    .argument('<files...>', 'YAML, JSON, JSONL, CSV, TSV, XLSX, VCF or ICS')
    .option('--dry-run', 'tell what would come of it, and record nothing')
    .addOption(new Option('--of <what>', 'what a sheet lists').choices(LISTS))
    .option('--event <id>', 'the visit or forum whose participants a sheet lists')
    .option(
      '--mapping <head:field,…>',
      'what the heads of columns mean that are not understood by themselves',
    )
    .option('--language <tag>', 'the language of names and texts that do not say it')
    .option('--key <key>', 'what keeps one list apart from others whose rows have the same ids')
    .action(async (files, options) => (await import('./import.command.js')).runImportCommand(files, options));
  program
    .command('export')
    .description('Print the dossier about a record.')
    .addArgument(new Argument('<what>', 'of which kind it is').choices(EXPORTED))
    .argument('<id>')
    .action(async (what, id) => (await import('./export.command.js')).runExportCommand(what, id));
}

function addBackups(program: Command): void {
  program
    .command('backup')
    .description('Write all that the database holds to a file, or read such a file through.')
    .argument('[file]', 'by default one in BACKUP_FOLDER that is named by the instant')
    .option('--verify', 'tell whether the file is complete and sound')
    .action(async (file: string | undefined, { verify }: { verify?: boolean }, command: Command) => {
      if (verify && !file) command.error("error: option '--verify' needs the file");
      const { runBackupCommand, verifyFile } = await import('./backup.command.js');
      await (verify ? verifyFile(file!) : runBackupCommand(file));
    });
  program
    .command('restore')
    .description('Restore a backup into the database, which has to be empty.')
    .argument('<file>')
    .action(async (file) => (await import('./backup.command.js')).runRestoreCommand(file));
}

function addCare(program: Command): void {
  program
    .command('protected')
    .description('Look after protected profiles.')
    .command('rotate')
    .description('Encrypt them anew with the first key.')
    .action(async () => (await import('./protected.command.js')).rotateProtected());
  program
    .command('retention')
    .description('Remove what is older than it is kept for (RETENTION).')
    .option('--dry-run', 'tell how much that would be, and remove nothing')
    .action(async (options) => (await import('./retention.command.js')).runRetentionCommand(options));
  program
    .command('reindex')
    .description('Write anew by which words everything is found, also beside a server that runs.')
    .action(async () => (await import('./reindex.command.js')).runReindexCommand());
  program
    .command('processing-record')
    .description('Print the record of processing activities, as JSON.')
    .option('--html', 'as a page, to print')
    .action(async (options) =>
      (await import('./processing-record.command.js')).runProcessingRecordCommand(options),
    );
}

function addWorker(program: Command): void {
  program
    .command('worker')
    .description('Do what is done by the clock, where DATABASE_URL names a Postgres, until it is stopped.')
    .action(async () => {
      const [{ readConfig }, { runWorker }] = await Promise.all([
        import('#platform'),
        import('../../worker/src/run.js'),
      ]);
      await runWorker(readConfig());
    });
}

function readText(text: string): string {
  if (!text.trim()) throw new InvalidArgumentError('It must not be empty.');
  return text.trim();
}

function readDays(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(text);
}
