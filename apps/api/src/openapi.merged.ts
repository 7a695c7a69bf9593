import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './openapi.operations.js';

/** Where a record can be merged into another, or is within one that can. */
const OF_MERGED =
  /^\/v1\/(?:places|topics|organizations|people|visits|forums|delegations|agreements|travel-times|relationships|duplicates\/different)\/\{/;

/** Says at the address of every record that may be merged into another one that it leads there then. */
export function documentMerged(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    if (!OF_MERGED.test(path)) continue;
    for (const { responses } of operationsOf(item))
      responses[308] = {
        description: 'The record was merged into another one: `Location` says where what was asked for is.',
        headers: { Location: { $ref: '#/components/headers/Location' } },
      };
  }
  return document;
}
