import { IDENTITY_PROBLEMS } from '#identity';
import { HTTP_PROBLEMS, describe } from '#platform';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import type { DavAnswer } from './dav-answer.js';

/** The password that a program sends, whatever the name of the user beside it; null where it sends none. */
export function passwordIn(authorization: string | undefined): string | null {
  const [, encoded] = /^Basic +([\w+/]+=*) *$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return password || null;
}

/** Asks for the secret of a private address. */
export function unauthenticated(url: string): DavAnswer {
  const refusal = new Refusal(
    IDENTITY_PROBLEMS['identity.required'],
    'Send what a private address was made with as the password, with any name of a user.',
  );
  const headers = { 'www-authenticate': 'Basic realm="Corteo", charset="UTF-8"' };
  return { ...toAnswer(refusal, url, 401), headers };
}

const REFUSALS: Readonly<Record<number, () => Refusal>> = {
  400: () =>
    new Refusal(HTTP_PROBLEMS['request.malformed'], 'The body is not the XML that this request needs.'),
  404: () =>
    new Refusal(RECORD_PROBLEMS['record.unknown'], 'There is nothing at this address, or no longer.'),
  413: () => new Refusal(HTTP_PROBLEMS['request.too-large'], 'A request has at most 2 MiB of XML here.'),
  405: () =>
    new Refusal(
      HTTP_PROBLEMS['route.method-not-allowed'],
      'This is not known at this address; the header Allow names what is.',
    ),
};

/** What the protocol has no words for is told as everywhere else. */
export function problemOf({ status, headers = {} }: DavAnswer, url: string): DavAnswer {
  return { ...toAnswer(REFUSALS[status]!(), url, status), headers };
}

function toAnswer(refusal: Refusal, url: string, status: number): DavAnswer {
  const { body } = describe(refusal, url, status);
  return { status, type: 'application/problem+json', body: JSON.stringify(body) };
}
