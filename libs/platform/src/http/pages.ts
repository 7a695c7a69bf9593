import { type Type, applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { type AnswerFacts, type Json, JsonText } from '../database/json.js';

/** A route that answers with what `view` describes, or with a page of it where `Accept` asks for HTML. */
export function AnswersAlsoAsPage(view: Type<object>): MethodDecorator {
  return applyDecorators(
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

/** Whether a page is wanted rather than JSON: `Accept` names HTML, and nothing of JSON that it likes as well. */
export function wantsPage(accept = ''): boolean {
  const liked = new Map(accept.split(',').map(likingOf));
  const page = liked.get('text/html') ?? 0;
  return page > 0 && page >= (liked.get('application/json') ?? 0);
}

function likingOf(range: string): [type: string, liking: number] {
  const [type = '', ...parameters] = range
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, quality ? Number(quality.slice(2)) || 0 : 1];
}
