import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, type Parameter, operationsOf } from './openapi.operations.js';

type Answer = Operation['responses'][string];

/** Writes what many operations have in common once, and lets them refer to it. */
export function shareParts(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap(operationsOf);
  const parameters = new Shared<Parameter>('parameters', nameOfParameter);
  const responses = new Shared<Answer>('responses', nameOfAnswer);
  for (const { parameters: own = [], responses: answers, tags } of operations) {
    for (const parameter of own) parameters.count(parameter, tags?.[0]);
    for (const [status, answer] of Object.entries(answers)) responses.count(answer, status);
  }
  for (const operation of operations) {
    operation.parameters = (operation.parameters ?? []).map((one) => parameters.share(one));
    const answers = Object.entries(operation.responses).map(([status, one]) => [
      status,
      responses.share(one),
    ]);
    operation.responses = Object.fromEntries(answers) as Operation['responses'];
  }
  const shared = { parameters: parameters.all(), responses: responses.all() };
  document.components = { ...document.components, ...(shared as object) };
  return document;
}

/** What is the same at several places, by names of which each is given once: first to what is there most often. */
class Shared<T> {
  private readonly counts = new Map<string, { times: number; readonly context: string; readonly part: T }>();
  private names: ReadonlyMap<string, string> | undefined;

  /** @param where the components are; `nameOf` says what one could be called, the best name first */
  constructor(
    private readonly where: string,
    private readonly nameOf: (part: T, context: string) => string[],
  ) {}

  count(part: T, context = ''): void {
    const text = JSON.stringify(part);
    const known = this.counts.get(text) ?? { times: 0, context, part };
    known.times += 1;
    this.counts.set(text, known);
  }

  share(part: T): T {
    const name = (this.names ??= this.nameAll()).get(JSON.stringify(part));
    return name ? ({ $ref: `#/components/${this.where}/${name}` } as T) : part;
  }

  all(): Record<string, T> {
    const named = [...(this.names ?? [])].map(([text, name]) => [name, this.counts.get(text)!.part] as const);
    return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private nameAll(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const taken = new Set<string>();
    const often = [...this.counts].filter(([, { times }]) => times > 1);
    for (const [text, { part, context }] of often.sort(([, a], [, b]) => b.times - a.times)) {
      const name = this.nameOf(part, context).find((one) => !taken.has(one));
      if (name) names.set(text, name);
      taken.add(name ?? '');
    }
    return names;
  }
}

function nameOfParameter(parameter: Parameter, group: string): string[] {
  if (!('name' in parameter)) return [];
  const name = pascal(parameter.name);
  const isNeeded = parameter.required && parameter.in !== 'path';
  return [`${name}${isNeeded ? 'Required' : ''}`, `${name}In${pascal(group)}`];
}

/** A refusal is named by its code, what is answered by its schema, and what is not by why. */
function nameOfAnswer(answer: Answer, status: string): string[] {
  if (!answer || !('description' in answer)) return [];
  const [content] = Object.values(answer.content ?? {});
  const code = (content?.example as { code?: string } | undefined)?.code;
  if (code) return [pascal(code)];
  if (status === '304') return ['NotModified'];
  if (status === '308') return ['Merged'];
  if (!content) return ['Done', 'DoneWithParts'];
  const schema = content.schema && '$ref' in content.schema ? content.schema.$ref.split('/').at(-1)! : '';
  return schema ? [status === '201' ? `${schema}Created` : schema] : [];
}

function pascal(words: string): string {
  return words.replace(/(?:^|[^A-Za-z])([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());
}
