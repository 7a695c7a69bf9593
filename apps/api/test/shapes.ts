import type { OpenAPIObject } from '@nestjs/swagger';
import { ID_OR_NAME } from '#platform';

/** What a document says of a value. */
export interface Shape {
  readonly $ref?: string;
  readonly allOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly example?: unknown;
  readonly minimum?: number;
}

/** A value in a body, by the steps that lead to it. */
export interface Field {
  readonly path: readonly (string | number)[];
  readonly shape: Shape;
}

/** Follows references to what they refer to. */
export function resolve(document: OpenAPIObject, shape: Shape): Shape {
  const [one] = shape.allOf ?? shape.oneOf ?? [];
  if (one) return { ...resolve(document, one), ...shape };
  if (!shape.$ref) return shape;
  const name = shape.$ref.split('/').at(-1)!;
  return resolve(document, document.components!.schemas![name] as Shape);
}

/** Every field of a body: its own, those of its objects, and those of the objects in its lists. */
export function fieldsOf(document: OpenAPIObject, shape: Shape, at: Field['path'] = []): Field[] {
  const { properties, items } = resolve(document, shape);
  const inner = Object.entries(properties ?? {}).flatMap(([name, property]) => [
    { path: [...at, name], shape: resolve(document, property) },
    ...fieldsOf(document, property, [...at, name]),
  ]);
  if (!items) return inner;
  return [
    ...inner,
    { path: [...at, 0], shape: resolve(document, items) },
    ...fieldsOf(document, items, [...at, 0]),
  ];
}

/** Whether a shape takes values of a type. */
export function takes({ type, enum: words }: Shape, wanted: string): boolean {
  return [type].flat().includes(wanted) || (wanted === 'string' && words !== undefined);
}

/** The least that a shape needs: what is required, with the examples that the document gives. */
export function sampleOf(
  document: OpenAPIObject,
  given: Shape,
  idOf: (field: string) => string,
  field = '',
): unknown {
  const shape = resolve(document, given);
  if (shape.format === 'uuid' || shape.format === ID_OR_NAME) return idOf(field);
  if (shape.enum) return shape.enum[0];
  if (shape.properties) {
    const required = (shape.required ?? []).map((name) => [
      name,
      sampleOf(document, shape.properties![name]!, idOf, name),
    ]);
    return Object.fromEntries(required);
  }
  if (takes(shape, 'array')) return shape.items ? [sampleOf(document, shape.items, idOf, field)] : [];
  if (takes(shape, 'object')) return { en: 'sample' };
  if (takes(shape, 'integer') || takes(shape, 'number')) return shape.minimum ?? 1;
  if (takes(shape, 'boolean')) return true;
  return shape.example ?? 'sample';
}

/** A body with one value in another; the objects and lists that lead there are made where they are missing. */
export function withValue(body: unknown, [step, ...rest]: Field['path'], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const [first, ...others] = Array.isArray(body) ? (body as unknown[]) : [undefined];
    return [withValue(first, rest, value), ...others];
  }
  const own = (typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) as Record<
    string,
    unknown
  >;
  return { ...own, [step]: withValue(own[step], rest, value) };
}
