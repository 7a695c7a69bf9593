import type { OpenAPIObject } from '@nestjs/swagger';

/** Closes every object schema, so that no answer can hold a member that the document does not name. */
export function closeSchemas(document: OpenAPIObject): OpenAPIObject {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    const object = schema as { properties?: object; additionalProperties?: unknown };
    if (object.properties) object.additionalProperties ??= false;
  }
  return document;
}
