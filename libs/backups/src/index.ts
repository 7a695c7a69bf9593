export { type BackupOptions, writeBackup } from './backup.js';
export type { Place } from './connection.js';
export { BackupError } from './error.js';
export { newestBackup, placeIn } from './files.js';
export { describe } from './manifest.js';
export { restoreBackup } from './restore.js';
export { verifyBackup } from './verify.js';
