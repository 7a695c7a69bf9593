import { ClusterClaimedError } from '#embedded';
import type { Tokens } from '#identity';
import type { Config } from '#platform';
import { type RunningServer, runServer } from '../../../api/src/run.js';
import { watchForInterruption } from '../interruption.js';
import { discardPartialLoad, isLoaded, noteLoaded, readToken, writeEnvironment } from './demo.files.js';
import { type Post, loadStories } from './load-stories.js';

/**
 * Runs the server with both stories loaded, until SIGTERM or SIGINT, and prints how to reach it.
 * @param config its `dataFolder` belongs to the demo alone
 * @throws Error with a message for an operator where it cannot run
 */
export async function runDemo(config: Config): Promise<void> {
  // Until the server can be stopped in order.
  const interruption = watchForInterruption();
  try {
    await discardPartialLoad(config);
    if (!interruption.aborted) await serveStories(config);
  } catch (error) {
    // Whoever stops the demo while it starts knows that it is cut short.
    if (!interruption.aborted) throw explain(error);
  }
}

async function serveStories(config: Config): Promise<void> {
  const server = await runServer(config, ['fatal', 'error', 'warn']);
  try {
    const token = await obtainToken(server.tokens);
    if (!(await isLoaded(config.dataFolder))) {
      await loadStories(posterTo(server, token));
      await noteLoaded(config.dataFolder);
    }
    await writeEnvironment(server.url, token);
    console.log(describe(server.url, token, config.dataFolder));
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The token of an earlier run where it still works, else a new one. */
async function obtainToken(tokens: Tokens): Promise<string> {
  const known = await readToken();
  const identity = known && (await tokens.identify(known));
  if (identity && identity.scopes.includes('write')) return known;
  return (await tokens.create('Demo', 'write')).token;
}

function posterTo({ url }: RunningServer, token: string): Post {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status === 201) return (await answer.json()) as { id: string };
    throw new Error(`The stories cannot be loaded: POST ${path} answered ${await answer.text()}`);
  };
}

function describe(url: string, token: string, folder: string): string {
  return `
Corteo runs with its two stories. Stop it with Ctrl-C.

  Swagger UI       ${url}/docs
  Forums calendar  ${url}/v1/calendars/forums.ics?from=2018-01-01
  Access token     ${token}

The token may read and write; it stands in var/demo.env too. The data are in ${folder}.
`;
}

function explain(error: unknown): unknown {
  if (!(error instanceof ClusterClaimedError)) return error;
  return new Error('The demo is already running; var/demo.env says where. Stop it first.', { cause: error });
}
