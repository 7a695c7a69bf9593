import { writeFileSync } from 'node:fs';
import { makeCharacters } from './characters.js';
import { writeFunctions, writeModule } from './written.js';

// Run as `node dist/checks/folding/main.js`: writes the module, and the functions for a migration to the standard output.
const characters = makeCharacters();
writeFileSync('libs/vocabulary/src/words/characters.ts', writeModule(characters));
console.log(writeFunctions(characters));
