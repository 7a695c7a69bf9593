import { connect } from 'node:net';
import { type Answer, parse } from '../traffic/client.js';
import { isProblem } from './judge.js';

const WAIT_MS = 1500;

/** Requests that no client would send. */
const REQUESTS: Readonly<Record<string, string>> = {
  'bad method': 'G@T / HTTP/1.1\r\nHost: x\r\n\r\n',
  'unknown method': 'BREW /v1/places HTTP/1.1\r\nHost: x\r\n\r\n',
  'no host': 'GET /v1/places HTTP/1.1\r\n\r\n',
  'big header': `GET /health/live HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
  'many headers': `GET /v1/places HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 2500 }, (_, i) => `x${i}: 1`).join('\r\n')}\r\n\r\n`,
  'two lengths': 'POST /v1/places HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
  'length and chunks':
    'POST /v1/places HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'bad chunk': 'POST /v1/places HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n',
  'negative length': 'POST /v1/places HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'huge length': 'POST /v1/places HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n{',
  'strange expectation': 'GET /v1/places HTTP/1.1\r\nHost: x\r\nExpect: x\r\n\r\n',
  'long address': `GET /v1/places?q=${'a'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  'space in the address': 'GET /v1/pla ces HTTP/1.1\r\nHost: x\r\n\r\n',
  'bytes in the address': 'GET /v1/places?q=\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n',
  'nothing of HTTP': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
};

/** What is wrong with how such requests are answered; no answer but the end of the connection is right, too. */
export async function findRawFaults(url: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, text] of Object.entries(REQUESTS)) {
    const answer = toAnswer(await exchange(url, text));
    const wrong = answer !== null && answer.status >= 400 && (answer.status >= 500 || !isProblem(answer));
    if (wrong)
      faults.push(`${name}: ${answer.status} ${answer.headers['content-type'] ?? 'without a document'}`);
  }
  return faults;
}

/** Sends bytes over a connection, and gives all that came back until it was closed, or for a while. */
function exchange(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.from(text, 'latin1')));
    socket.setTimeout(WAIT_MS, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

function toAnswer(text: string): Answer | null {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  if (!status) return null;
  const lines = head
    .split('\r\n')
    .slice(1)
    .map((line) => /^([^:]+): ?(.*)$/.exec(line));
  const headers = Object.fromEntries(lines.map((line) => [line?.[1]?.toLowerCase() ?? '', line?.[2] ?? '']));
  return { status, headers, text: wholeDocument(body.join('\r\n\r\n')), ms: 0, error: undefined };
}

/** The document of an answer, also where it came in chunks or others followed it. */
function wholeDocument(text: string): string {
  if (parse(text) !== undefined) return text;
  return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
}
