export { setClock } from './testing/clock.js';
export { type TestDatabase, openTestDatabase } from './testing/database.js';
export { type Template, createTemplate } from './testing/template.js';
export { type TestRoles, openTestRoles } from './testing/roles.js';
