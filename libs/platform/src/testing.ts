export { aCaller } from './testing/caller.js';
export { setClock } from './testing/clock.js';
export { type TestDatabase, openTestDatabase } from './testing/database.js';
export { type Proxy, openProxy } from './testing/proxy.js';
export { type Roles, type TestRoles, asRole, makeRoles, openTestRoles } from './testing/roles.js';
export { beside, command, inventName } from './testing/server.js';
