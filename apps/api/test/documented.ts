import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Answer, Method } from './answer.js';

interface DocumentedAnswer {
  readonly content?: Readonly<Record<string, { schema: object }>>;
  readonly headers?: Readonly<Record<string, object>>;
}

interface Schema {
  readonly [member: string]: unknown;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** What an answer tells besides its body, and so the document of it. */
const TOLD = ['ETag', 'Location', 'Link', 'Deprecation', 'Sunset', 'X-Corteo-Took-Along'];

/** What every answer tells of which it is documented that does what was asked. */
const TOLD_OF_SUCCESS = ['ETag', 'Location'];

/** What every answer tells of which it is documented, but those of a server that could not do what was asked. */
const ALWAYS_TOLD = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'];

const PROBLEM = 'application/problem+json';

/** Holds answers against the OpenAPI document, so that it cannot lie. */
export class Documented {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {
    addFormats.default(this.ajv);
    this.ajv.addSchema(document, 'openapi');
  }

  /** @throws where the operation, the status, the media type or the shape of an answer is not documented */
  check(method: Method, path: string, answer: Answer): void {
    const template = this.templateOf(path);
    const own = ['paths', template ?? '', method, 'responses', `${answer.status}`];
    const at = this.follow(own);
    const found = at && (this.partAt(at) as DocumentedAnswer | undefined);
    if (!at || !found) return fail(method, path, answer, 'is not documented');
    const { content, headers = {} } = found;
    const faults = faultsOfHeaders(answer, headers, maybeUncounted(path, answer));
    if (faults.length > 0)
      fail(method, path, answer, `has other headers than documented: ${faults.join(', ')}`);
    const type = mediaType(answer);
    if (!content && !type) return;
    if (!content?.[type]) return fail(method, path, answer, `is documented, but not as ${type}`);
    const pointer = [...at, 'content', type, 'schema'];
    const shown = Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : shownIn(answer, type);
    const fields = new URLSearchParams(path.split('?')[1]).get('fields');
    const wrong =
      fields && answer.status === 200
        ? this.faultsOfChosen(pointer, fields, shown)
        : this.faultsOf(pointer, shown);
    if (wrong) fail(method, path, answer, `does not fit its schema: ${wrong}`);
  }

  /** @throws where a refusal is not a problem document */
  checkProblem(answer: Answer): void {
    if (answer.status < 400) return;
    if (mediaType(answer) !== PROBLEM)
      throw new Error(`The refusal ${answer.status} came as “${mediaType(answer)}”: ${answer.text}`);
    if (!answer.text) return;
    const wrong = this.faultsOf(['components', 'schemas', 'Problem'], answer.body);
    if (wrong) throw new Error(`The refusal ${answer.status} is no problem document: ${wrong}`);
  }

  /** Of a page whose entries hold what was asked for alone: each holds all of that, as its schema says, and nothing else. */
  private faultsOfChosen(pointer: readonly string[], fields: string, value: unknown): string | null {
    const page = this.resolve(
      pointer.reduce<Schema>((at, token) => at[token] as Schema, this.document as never),
    );
    const row = this.resolve(page.properties!.items!.items!);
    const chosen = ['id', ...fields.split(',')].filter((name) => row.properties![name]);
    const properties = Object.fromEntries(chosen.map((name) => [name, row.properties![name]!]));
    const items = { type: 'array', items: { ...row, properties, required: chosen } };
    const schema = { ...page, properties: { ...page.properties, items } };
    const validate = this.ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object,
    );
    return validate(value) ? null : this.ajv.errorsText(validate.errors);
  }

  private resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name ? this.resolve(this.document.components!.schemas![name] as Schema) : schema;
  }

  private faultsOf(pointer: readonly string[], value: unknown): string | null {
    const ref = `openapi#/${pointer.map(escapeToken).join('/')}`;
    const validate = this.validators.get(ref) ?? this.ajv.compile({ $ref: ref });
    this.validators.set(ref, validate);
    return validate(value) ? null : this.ajv.errorsText(validate.errors);
  }

  /** Where a part is described: where it stands, or among what operations share. */
  private follow(pointer: readonly string[]): readonly string[] | undefined {
    const part = this.partAt(pointer) as { $ref?: string } | undefined;
    return part?.$ref ? part.$ref.slice(2).split('/') : part && pointer;
  }

  private partAt(pointer: readonly string[]): unknown {
    return pointer.reduce<unknown>((part, step) => (part as Record<string, unknown>)?.[step], this.document);
  }

  /** The documented path that a path is an instance of: the one that says most of it literally. */
  private templateOf(path: string): string | undefined {
    const segments = path.split('?')[0]!.split('/');
    const fitting = Object.keys(this.document.paths).filter((template) =>
      fits(template.split('/'), segments),
    );
    const literal = (template: string): number => template.replace(/\{\w+\}/g, '').length;
    return fitting.sort((a, b) => literal(b) - literal(a))[0];
  }
}

/** Whether a request may be refused for its parameters before it is counted: by the secret of the address, which is read last. */
function maybeUncounted(path: string, { status }: Answer): boolean {
  return status === 400 && path.startsWith('/v1/calendars/private/');
}

/** The headers that an answer has and are not documented, or are and it lacks. */
function faultsOfHeaders({ status, headers }: Answer, documented: object, mayLack: boolean): string[] {
  const isTold = (name: string): boolean => headers[name.toLowerCase()] !== undefined;
  const untold = [...TOLD, ...ALWAYS_TOLD].filter((name) => isTold(name) && !Object.hasOwn(documented, name));
  const expected = [
    ...(status < 400 ? TOLD_OF_SUCCESS : []),
    ...(status < 500 && !mayLack ? ALWAYS_TOLD : []),
  ];
  const missing = expected.filter((name) => !isTold(name) && Object.hasOwn(documented, name));
  return [...untold.map((name) => `${name} too many`), ...missing.map((name) => `no ${name}`)];
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((known, at) => known === segments[at] || isInstance(known, segments[at]!))
  );
}

/** Whether a segment is a parameter and what the template says after it, as in `{id}.ics`. */
function isInstance(known: string, segment: string): boolean {
  const [parameter, suffix = ''] = known.split('}');
  return parameter!.startsWith('{') && segment.length > suffix.length && segment.endsWith(suffix);
}

function shownIn({ text, body }: Answer, type: string): unknown {
  return type.startsWith('text/') ? text : body;
}

function mediaType({ headers }: Answer): string {
  return headers['content-type']?.split(';')[0] ?? '';
}

function escapeToken(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function fail(method: Method, path: string, { status, text }: Answer, what: string): never {
  throw new Error(
    `The answer ${status} to ${method.toUpperCase()} ${path} ${what}. It said: ${text.slice(0, 2000)}`,
  );
}
