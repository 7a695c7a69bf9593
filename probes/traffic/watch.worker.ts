import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from './client.js';
import type { Sample, Watched } from './watch.js';

const { url, token, paths, pause } = workerData as Watched;
const client = new Client(url, { token, sockets: 1 });
const samples: Sample[] = [];
const told = new AbortController();
parentPort!.once('message', () => told.abort());
while (!told.signal.aborted) {
  for (const path of paths) {
    const at = Date.now();
    const { status, ms } = await client.send('GET', path, { timeout: 120_000 });
    samples.push({ path, at, status, ms });
  }
  await wait(pause);
}
client.close();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(samples);
