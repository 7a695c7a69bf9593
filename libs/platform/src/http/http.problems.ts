import { defineProblems } from '#refusals';

export const HTTP_PROBLEMS = defineProblems({
  'route.unknown': [
    'unknown',
    'There is nothing at this address',
    'The address is misspelt, or was never one of this server.',
    '`/docs` lists every address.',
  ],
  'route.method-not-allowed': [
    'unallowed',
    'The address does not know this method',
    'Something is at this address, but it is not asked for in this way.',
    'The header `Allow` lists the methods that the address knows; `/docs` says what each of them does.',
  ],
  'request.not-acceptable': [
    'unacceptable',
    'The answer cannot be given in the form that is asked for',
    '`Accept` asks for a form that this address does not answer in.',
    'Ask for one of the types that `detail` names, or send no `Accept`.',
  ],
  'request.malformed': [
    'invalid',
    'The request cannot be read',
    'The address, a header or the body breaks the rules of HTTP, so that it is not clear what is asked for.',
    '`detail` says where reading ended. A library for HTTP encodes addresses and headers as they have to be.',
  ],
  'request.malformed-json': [
    'invalid',
    'The body is not JSON',
    'The body ends early, is not in UTF-8, or breaks the rules of JSON.',
    'See what your program sends as the body, with any tool that checks JSON.',
  ],
  'request.too-large': [
    'oversized',
    'The request is too large',
    'Bodies are bounded, so that one request cannot take the memory of all.',
    'Send less at once: large documents as a file, many records one after the other.',
  ],
  'request.too-slow': [
    'late',
    'The request did not arrive in time',
    'The request was still coming in when its time was over. Nothing was done.',
    'Send it again over a better connection, or send less at once.',
  ],
  'request.too-many': [
    'excessive',
    'There have been too many requests',
    'Each token, and each address without one, may ask a number of times within a minute.',
    'Wait for the seconds that `Retry-After` says. `RateLimit-Remaining` in every answer tells how many requests are left.',
  ],
  'request.media-type': [
    'unsupported',
    'The body is of a type that is not accepted',
    'This address does not read bodies of this type, and none that are compressed.',
    'Send one of the types that `detail` names, and say in `Content-Type` which one it is.',
  ],
  'idempotency.bad-key': [
    'invalid',
    'The Idempotency-Key cannot be used',
    'The key is too long, or has characters that a header cannot carry.',
    'Use a short text of letters, digits and hyphens, such as a UUID, and another one for each request.',
  ],
  'idempotency.answered-once': [
    'invalid',
    'The answer to this request is not kept',
    'The answer holds a secret that is shown once and not kept, so that it cannot be given again.',
    'Send the request without `Idempotency-Key`.',
  ],
  'idempotency.in-progress': [
    'conflict',
    'The first request with this Idempotency-Key is still running',
    'The same request was sent before, and is being worked on.',
    'Wait a moment and send it again: then it gets the answer of the first one.',
  ],
  'idempotency.erased': [
    'conflict',
    'The answer to this Idempotency-Key was erased',
    'The request was done before, and is not done again. Its answer told of a person who has been erased since.',
    'Read the record instead.',
  ],
  'idempotency.unseen': [
    'conflict',
    'The answer to this Idempotency-Key tells of what you may not see',
    'The request was done before, and is not done again. Something that its answer told of has become confidential since.',
    'Read the record instead.',
  ],
  'idempotency.key-reused': [
    'contradictory',
    'The Idempotency-Key belongs to another request',
    'The key was sent with another request within the last 24 hours; one key stands for one request.',
    'Use a key of its own for each request.',
  ],
  'server.busy': [
    'unavailable',
    'The server has too much to do',
    'More is asked for than can be answered in time, and everybody would wait longer. Nothing was done.',
    'Try again after the seconds that `Retry-After` says.',
  ],
  'server.fault': [
    'broken',
    'Something went wrong here',
    'This is a fault of the program, and not of your request.',
    'Tell whoever runs this server the `requestId`: the log knows by it what happened.',
  ],
});
