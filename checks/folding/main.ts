import { writeFileSync } from 'node:fs';
import { makeCharacters } from './characters.js';
import { writeChanges, writeModule } from './written.js';

// Run as `node dist/checks/folding/main.js`: writes the module, and to the standard output what a migration changes.
const characters = makeCharacters();
writeFileSync('libs/vocabulary/src/words/characters.ts', writeModule(characters));
console.log(writeChanges(characters));
