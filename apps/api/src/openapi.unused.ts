import type { OpenAPIObject } from '@nestjs/swagger';

/** Leaves schemas and headers out that nothing refers to. */
export function dropUnused(document: OpenAPIObject): OpenAPIObject {
  const { schemas = {}, headers = {} } = document.components ?? {};
  const parts: Readonly<Record<string, Record<string, unknown>>> = { schemas, headers };
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, where, name] of JSON.stringify(part).matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)) {
      if (used.has(`${where}/${name}`)) continue;
      used.add(`${where}/${name}`);
      follow(parts[where!]?.[name!] ?? {});
    }
  };
  follow(document.paths);
  for (const [where, known] of Object.entries(parts))
    for (const name of Object.keys(known)) if (!used.has(`${where}/${name}`)) delete known[name];
  return document;
}
