import type { OpenAPIObject } from '@nestjs/swagger';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { enum?: string[] }>>;
  additionalProperties?: unknown;
}

/** Closes every object schema, so that no answer can hold a member that the document does not name. */
export function closeSchemas(document: OpenAPIObject): OpenAPIObject {
  for (const [, object] of schemasOf(document)) {
    if (object.properties) object.additionalProperties ??= false;
  }
  return document;
}

/** Puts the values of every enumeration in the order in which the input lists them: the compiler keeps none for types. */
export function orderEnumerations(document: OpenAPIObject): OpenAPIObject {
  const lists = schemasOf(document)
    .sort(([a], [b]) => Number(isOutput(a)) - Number(isOutput(b)))
    .flatMap(([, { properties = {} }]) => Object.values(properties))
    .filter((property) => property.enum);
  const orders = new Map<string, string[]>();
  for (const property of lists) {
    const values = property.enum!.toSorted().join();
    property.enum = orders.get(values) ?? property.enum!;
    orders.set(values, property.enum);
  }
  return document;
}

function schemasOf(document: OpenAPIObject): [name: string, schema: ObjectSchema][] {
  return Object.entries(document.components?.schemas ?? {}) as [string, ObjectSchema][];
}

function isOutput(name: string): boolean {
  return !/^(Create|Patch)|Dto$/.test(name);
}
