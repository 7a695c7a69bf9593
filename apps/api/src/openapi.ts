import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { composeDocuments } from './openapi.document.js';

for (const [file, text] of Object.entries(await composeDocuments())) await writeFile(file, text);
