import type { OpenAPIObject } from '@nestjs/swagger';

interface Reference {
  readonly $ref?: string;
}

interface Whole extends Reference {
  readonly properties?: Record<string, Whole>;
}

/** The OpenAPI document that a server gives, with what operations and records share written out at each of them. */
export async function readDocument(url: string): Promise<OpenAPIObject> {
  return placeParts((await (await fetch(`${url}/openapi.json`)).json()) as OpenAPIObject);
}

/** Writes the parameters, answers and values that operations and records share out at each of them. */
export function placeParts(document: OpenAPIObject): OpenAPIObject {
  const known = (document.components ?? {}) as Readonly<Record<string, Record<string, unknown>>>;
  const place = <T>(part: T): T => {
    const [, , where, name] = (part as Reference).$ref?.split('/') ?? [];
    return where && name ? (known[where]![name] as T) : part;
  };
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    if (operation.parameters) operation.parameters = operation.parameters.map(place);
    for (const [status, answer] of Object.entries(operation.responses ?? {}))
      operation.responses[status] = place(answer);
  }
  for (const { properties = {} } of Object.values(known.schemas ?? {}) as Whole[])
    for (const [name, property] of Object.entries(properties)) {
      const value = place(property);
      if (!value.properties) properties[name] = value;
    }
  return document;
}
