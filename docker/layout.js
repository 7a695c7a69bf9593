/**
 * Lays the image out in a folder, step by step as the Dockerfile says, and runs what is in it as the compose file does,
 * on a Postgres whose roles `roles.sh` has made: `npm run layout`. It needs no Docker, but `psql`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { startCluster } from '../dist/libs/embedded/src/index.js';
import { layOut } from './dockerfile.js';

// Whatever an address, a shell or SQL might take for something else.
const PASSWORD = `p/a@s%s#w:o?r'd"$\\41 `;

const folder = mkdtempSync(join(tmpdir(), 'corteo-layout-'));
chmodSync(folder, 0o711);
try {
  const image = tell('Laid out', () => layOut('docker/Dockerfile', join(folder, 'image')));
  const cluster = await startCluster(join(folder, 'postgres'), { stateFolder: join(folder, 'state') });
  await tryOut(image, new URL(cluster.adminUrl)).finally(() => cluster.stop());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tell(what, work) {
  const start = performance.now();
  const result = work();
  console.log(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

async function tryOut(image, admin) {
  makeRoles(admin);
  const port = await findPort();
  const env = { ...image.env, ...composed(admin.host, port), PORT: `${port}` };
  const within = { cwd: image.folder, env, encoding: 'utf8' };
  const server = spawn(image.command[0], image.command.slice(1), { ...within, stdio: 'inherit' });
  const ended = once(server, 'exit');
  try {
    await untilHealthy(image, within, server);
    await useIt(within, port);
  } finally {
    server.kill('SIGTERM');
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`The server ended with ${code}.`);
  console.log('The image runs as it is laid out.');
}

/** As the container of Postgres does at its first start. */
function makeRoles({ hostname, port, username, password, pathname }) {
  const psql = globSync('/usr/lib/postgresql/*/bin').join(':');
  const env = {
    PATH: `${process.env.PATH}:${psql}`,
    PGHOST: hostname,
    PGPORT: port,
    PGPASSWORD: decodeURIComponent(password),
    POSTGRES_USER: username,
    POSTGRES_DB: pathname.slice(1),
    POSTGRES_PASSWORD: PASSWORD,
  };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  // This Postgres has two of these names already.
  for (const role of ['owner_of_corteo', 'user_of_corteo'])
    execFileSync('psql', [`--username=${username}`, '-c', `alter role ${role} rename to own_${role}`], {
      ...options,
      env: { ...env, PGDATABASE: env.POSTGRES_DB },
    });
  execFileSync('sh', ['docker/roles.sh'], options);
}

/** What the compose file tells Corteo, where nobody has set more than has to be. */
function composed(database, port) {
  const { services } = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true });
  const set = { POSTGRES_PASSWORD: PASSWORD, PORT: `${port}` };
  const told = Object.entries(services.app.environment).map(([name, value]) => [name, fill(value, set)]);
  const environment = Object.fromEntries(told);
  for (const name of ['DATABASE_URL', 'DATABASE_MIGRATION_URL'])
    environment[name] = environment[name].replace('postgres:5432', database);
  return environment;
}

function fill(text, set) {
  const expression = /\$\{(\w+)(?::?[-?]((?:[^{}]|\{[^{}]*\})*))?\}/g;
  return text.replace(expression, (_, name, otherwise = '') => set[name] ?? fill(otherwise, set));
}

async function untilHealthy({ healthcheck: [program, ...words] }, within, server) {
  for (let tries = 0; tries < 60 && server.exitCode === null; tries++) {
    try {
      return execFileSync(program, words, within);
    } catch {
      await sleep(500);
    }
  }
  throw new Error('The server does not get ready.');
}

/** What `docker compose exec app …` would do. */
async function useIt(within, port) {
  const corteo = (...words) => execFileSync('corteo', words, within).trim();
  const token = corteo('token', 'create', '--label', 'Layout', '--role', 'viewer');
  const headers = { authorization: `Bearer ${token}` };
  const { status } = await fetch(`http://127.0.0.1:${port}/v1/me`, { headers });
  if (status !== 200) throw new Error(`The token “${token}” is answered ${status}.`);
  console.log(corteo('import', '--dry-run', 'demo/guiyang-naples-rome.yaml'));
  console.log(corteo('backup'));
}

async function findPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
