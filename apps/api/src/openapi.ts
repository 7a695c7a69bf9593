import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { composeDocument } from './openapi.document.js';

await writeFile('apps/api/openapi.json', await composeDocument());
