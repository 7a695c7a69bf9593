import { ClusterClaimedError } from '#embedded';
import { Tokens } from '#identity';
import type { Config } from '#platform';
import { type RunningServer, runServer } from '../../../api/src/run.js';
import { showProgress } from '../import.command.js';
import { watchForInterruption } from '../interruption.js';
import { loadDemo } from './demo.contents.js';
import { readToken, writeEnvironment } from './demo.files.js';

/**
 * Runs the server with the stories in it, until SIGTERM or SIGINT, and prints how to reach it.
 * @param config its `dataFolder` belongs to the demo alone
 * @throws Error with a message for an operator where it cannot run
 */
export async function runDemo(config: Config): Promise<void> {
  const interruption = watchForInterruption();
  try {
    await serveStories(config, interruption);
  } catch (error) {
    // Whoever stops the demo while it starts knows that it is cut short.
    if (!interruption.aborted) throw explain(error);
  }
}

async function serveStories(config: Config, signal: AbortSignal): Promise<void> {
  const server = await runServer(config, ['fatal', 'error', 'warn']);
  try {
    const token = await obtainToken(server.get(Tokens));
    const onProgress = process.stdout.isTTY ? showProgress('Stories') : undefined;
    await loadDemo(server, token, { signal, onProgress });
    const url = addressOf(config, server);
    await writeEnvironment(url, token);
    console.log(describe(url, token, config.databaseUrl ? 'the database' : config.dataFolder));
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The token of an earlier run where it still works, else a new one. */
async function obtainToken(tokens: Tokens): Promise<string> {
  const known = await readToken();
  const identity = known && (await tokens.identify(known));
  if (identity && identity.role === 'admin') return known;
  return (await tokens.create({ label: 'Demo', role: 'admin' })).token;
}

/** Where callers reach it, which in a container is another address than the one it listens at. */
function addressOf({ publicUrl, port }: Config, { url }: RunningServer): string {
  return publicUrl === `http://localhost:${port}` ? url : publicUrl;
}

function describe(url: string, token: string, folder: string): string {
  return `
Corteo runs with its five stories, and with what is coming. Stop it with Ctrl-C.

  Swagger UI       ${url}/docs
  Forums calendar  ${url}/v1/calendars/forums.ics
  Access token     ${token}

The token is that of an admin; it stands in var/demo.env too. The data are in ${folder}.
`;
}

function explain(error: unknown): unknown {
  if (!(error instanceof ClusterClaimedError)) return error;
  return new Error('The demo is already running; var/demo.env says where. Stop it first.', { cause: error });
}
