import type { OpenAPIObject } from '@nestjs/swagger';
import answers from './openapi.answers.json' with { type: 'json' };
import { type Operation, operationsOf } from './openapi.operations.js';

/** What the demo answered, by the status and the schema of the answer. */
const RECORDED: Readonly<Record<string, unknown>> = answers;

const SHOWN = ['200', '201'];

/** Shows of every answer in JSON one that the demo gave; `tries-it-out.spec` holds that it still gives it. */
export function exemplifyAnswers(document: OpenAPIObject): OpenAPIObject {
  for (const operation of Object.values(document.paths).flatMap(operationsOf))
    for (const [status, content] of jsonAnswersOf(operation)) {
      const example =
        RECORDED[`${status} ${schemaNameOf(content)}`] ?? RECORDED[`200 ${schemaNameOf(content)}`];
      if (example !== undefined) content.example = example;
    }
  return document;
}

interface Content {
  schema?: object;
  example?: unknown;
}

function jsonAnswersOf({ responses }: Operation): (readonly [status: string, content: Content])[] {
  return SHOWN.flatMap((status) => {
    const answer = responses[status];
    const content = answer && 'content' in answer ? answer.content?.['application/json'] : undefined;
    return content ? [[status, content] as const] : [];
  });
}

/** What an answer is described by; answers of one schema have one example. */
function schemaNameOf({ schema = {} }: Content): string {
  return '$ref' in schema ? (schema.$ref as string).split('/').at(-1)! : '';
}
