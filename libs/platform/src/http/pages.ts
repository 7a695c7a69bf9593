import { type Type, applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { likingFor, likingsIn, Offers } from './accept.js';
import { type AnswerFacts, type Json, JsonText } from '../database/json.js';

/** A route that answers with what `view` describes, or with a page of it where `Accept` asks for HTML. */
export function AnswersAlsoAsPage(view: Type<object>): MethodDecorator {
  return applyDecorators(
    Offers('application/json', 'text/html'),
    ApiExtraModels(view),
    ApiOkResponse({
      content: {
        'application/json': { schema: { $ref: getSchemaPath(view) } },
        'text/html': { schema: { type: 'string', example: '<!doctype html>…' } },
      },
    }),
  );
}

/**
 * A page, as the answer of a route that gives `T`.
 * @param policy what a browser may do with it, as its style sheet says
 */
export function asPage<T>(page: string, policy: string, facts: AnswerFacts = {}): Json<T> {
  const headers = { ...facts.headers, 'content-security-policy': policy };
  return new JsonText(page, { ...facts, type: 'text/html; charset=utf-8', headers }).as<T>();
}

/** Whether a page is wanted rather than JSON: `Accept` names HTML, and likes nothing of JSON better. */
export function wantsPage(accept = ''): boolean {
  const liked = likingsIn(accept);
  const [page, json] = [likingFor('text/html', liked), likingFor('application/json', liked)];
  return page > json || (page > 0 && page === json && liked.has('text/html'));
}
