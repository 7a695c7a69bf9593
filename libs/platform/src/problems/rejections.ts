import { type Problem, Refusal } from '#refusals';
import { MEBIBYTE } from '../http/body-limit.js';
import { HTTP_PROBLEMS } from '../http/http.problems.js';
import type { TakenBody } from '../http/raw-body.js';

type Rejection = readonly [problem: Problem, tell: (taken: TakenBody) => string];

/** What is rejected before a route is reached, by its status. */
const REJECTIONS: Readonly<Record<number, Rejection>> = {
  408: [
    HTTP_PROBLEMS['request.too-slow'],
    () => 'The request did not arrive as a whole in the time that it may take; nothing was done.',
  ],
  413: [
    HTTP_PROBLEMS['request.too-large'],
    ({ limit }) => `The body of a request may have at most ${limit / MEBIBYTE} MiB.`,
  ],
  415: [HTTP_PROBLEMS['request.media-type'], ({ types }) => `Send ${types.join(' or ')}.`],
};

/** Refuses what the server itself rejected, in words that fit what the route takes. */
export function rejectionOf(status: number, error: Error, taken: TakenBody): Refusal {
  const [problem, tell] = REJECTIONS[status] ?? [
    HTTP_PROBLEMS['request.malformed'],
    () => `The request cannot be read: ${error.message}`,
  ];
  return new Refusal(problem, tell(taken));
}
