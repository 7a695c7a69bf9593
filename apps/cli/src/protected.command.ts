import { OFFICE } from '#identity';
import { KeyRotation } from '#protected';
import { withOffice } from './with-office.js';

/**
 * Encrypts protected profiles anew with the first key, beside servers that run.
 * @throws Error where some cannot be read with any key
 */
export async function rotateProtected(): Promise<void> {
  await withOffice(async (office) => {
    const { rotated, unreadable } = await office.get(KeyRotation).rotate(OFFICE);
    console.log(`Encrypted ${rotated} protected profiles anew with the first key.`);
    if (unreadable.length > 0)
      throw new Error(
        `No key reads the protected profiles of ${unreadable.length} people; they stay as they are: ${unreadable.join(', ')}`,
      );
  });
}
