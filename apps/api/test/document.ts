import type { OpenAPIObject } from '@nestjs/swagger';

interface Reference {
  readonly $ref?: string;
}

/** The OpenAPI document that a server gives, with what operations share written out at each of them. */
export async function readDocument(url: string): Promise<OpenAPIObject> {
  return placeParts((await (await fetch(`${url}/openapi.json`)).json()) as OpenAPIObject);
}

/** Writes the parameters and answers that operations share out at each of them. */
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
  return document;
}
