import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { CODINGS, type OfferingRoute, codedTag, likingsIn } from '#platform';
import { vary } from './vary.js';

/** Bytes of an answer below which compressing it costs more than it saves. */
const WORTH_IT = 8 * 1024;

/** Bytes above which it is done beside the rest, since everybody would wait for it. */
const AT_ONCE = 32 * 1024;

/** The package forgets what it was told before where a route says anything. */
const DYNAMIC = {
  encodings: CODINGS.filter((coding) => coding !== ''),
  threshold: WORTH_IT,
  syncThreshold: AT_ONCE,
  zlibOptions: { level: 4 },
};

interface RouteSettings extends OfferingRoute {
  readonly answersOnce?: boolean;
  readonly secret?: boolean;
}

/** Compresses large answers of JSON and pages for whoever takes that, but none that shows a secret. */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    if (isCompressed(route)) Object.assign(route, { compress: DYNAMIC });
  });
  await server.register(compress, { global: false });
  server.addHook('onRoute', (route) => {
    if (!isCompressed(route)) return;
    // The one that leaves the body of HEAD away comes first there, and has to come last.
    const [first, ...others] = [route.onSend ?? []].flat();
    route.onSend =
      route.method === 'HEAD' ? [...others, tellCoding, first!] : [first!, ...others, tellCoding];
  });
}

/**
 * Whether large answers of a route are compressed. By its length and what it reflects, such an answer would tell a
 * secret in it to who can listen.
 */
export function isCompressed({ config, url }: Pick<RouteOptions, 'config' | 'url'>): boolean {
  const { offers, answersOnce, secret } = (config ?? {}) as RouteSettings;
  if (answersOnce || secret || !/^\/(?:v1\/|problems\b|$)/.test(url)) return false;
  return offers === undefined || offers.includes('application/json');
}

type Done = (error: null, payload: unknown) => void;

function tellCoding(_request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void {
  const [tag, coding] = [reply.getHeader('etag'), reply.getHeader('content-encoding')];
  if (coding && typeof tag === 'string') void reply.header('etag', codedTag(tag, coding as string));
  vary(reply, 'Accept-Encoding');
  done(null, payload);
}

type Compress = (bytes: Buffer) => Promise<Buffer>;

const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const COMPRESS: Readonly<Record<string, Compress>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes) => promisify(gzip)(bytes),
};

type OnSend = (request: FastifyRequest, reply: FastifyReply, payload: unknown) => Promise<unknown>;

/** Compresses what stays the same while the server runs, once, for whoever asks first, and keeps it. */
export function keepCompressed(): OnSend {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request, reply, payload) => {
    if (reply.statusCode !== 200 || !isText(reply.getHeader('content-type'))) return payload;
    vary(reply, 'Accept-Encoding');
    const coding = codingFor(request.headers['accept-encoding']);
    if (!coding) return payload;
    void reply.header('content-encoding', coding).removeHeader('content-length');
    if (request.method === 'HEAD') return payload;
    const key = `${coding} ${request.url.split('?')[0]}`;
    if (!kept.has(key)) kept.set(key, bytesOf(payload).then(COMPRESS[coding]));
    else if (isStream(payload)) payload.destroy();
    const bytes = await kept.get(key)!;
    return bytes;
  };
}

function isText(type: unknown): boolean {
  return /^(?:text|application)\/(?:html|css|javascript|(?:schema\+)?json)\b/.test(String(type));
}

/** The content coding that the caller likes best. */
function codingFor(header = ''): string | undefined {
  const liked = likingsIn(header);
  const liking = (coding: string): number => liked.get(coding) ?? liked.get('*') ?? 0;
  const [best] = Object.keys(COMPRESS).toSorted((a, b) => liking(b) - liking(a));
  return liking(best!) > 0 ? best : undefined;
}

function isStream(payload: unknown): payload is Readable {
  return typeof (payload as Readable).pipe === 'function';
}

async function bytesOf(payload: unknown): Promise<Buffer> {
  return isStream(payload) ? buffer(payload) : Buffer.from(payload as string);
}
