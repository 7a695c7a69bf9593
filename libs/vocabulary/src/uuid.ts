const PATTERN = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A text that is a UUID, of any version. */
export const UUID = new RegExp(`^${PATTERN}$`, 'i');

/** The UUIDs within a text. */
export const UUIDS = new RegExp(PATTERN, 'gi');
