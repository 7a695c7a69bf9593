import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config, parseKeys } from '#platform';
import { KeyRing } from './key-ring.js';

/** The keys of protected profiles, as they are now: their file may change while the server runs. */
@Injectable()
export class ProtectedKeys {
  private readonly logger = new Logger('Protected profiles');
  private known: readonly KeyObject[];

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.known = config.protectedKeys;
  }

  /**
   * The keys to encrypt and decrypt with now.
   * @throws Refusal `protected.no-key`
   */
  async ring(): Promise<KeyRing> {
    const { protectedKeyFile: file } = this.config;
    if (file) await this.readAgain(file);
    return new KeyRing(this.known);
  }

  private async readAgain(file: string): Promise<void> {
    const keys = parseKeys(await readFile(file, 'utf8').catch(() => ''));
    if (keys) this.known = keys;
    else this.logger.error('The file of keys cannot be used as it is now; those that were read before are.');
  }
}
