import { type KeyObject, createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { noKey, unreadable } from '../protected.problems.js';

/** Where a value belongs: nothing that was encrypted for one person and field can be read as that of another. */
export interface Belonging {
  readonly personId: string;
  readonly field: string;
}

/** What stands before the encrypted text: the form of all of it, which key it was, and a number used once. */
const FORM = Buffer.of(1);
const [ID_BYTES, NONCE_BYTES, TAG_BYTES] = [8, 12, 16];
const NONCE_AT = FORM.length + ID_BYTES;
const TEXT_AT = NONCE_AT + NONCE_BYTES;

/** Texts are as long as a multiple of this, so that their length tells little. */
const BLOCK = 64;

const CIPHER = 'aes-256-gcm';

/** How a statement finds the id of the key in an encrypted value: where it begins, from 1, and how long it is. */
export const KEY_ID = { from: FORM.length + 1, bytes: ID_BYTES } as const;

/** Encrypts each value on its own by AES-256-GCM: the first key writes, all of them read. */
export class KeyRing {
  private readonly keys: readonly (readonly [id: Buffer, key: KeyObject])[];

  /** @throws Refusal `protected.no-key` */
  constructor(keys: readonly KeyObject[]) {
    if (keys.length === 0) throw noKey();
    this.keys = keys.map((key) => [idOf(key), key]);
  }

  /** The id of the key that writes, as it stands in what it has encrypted. */
  get firstId(): Buffer {
    return this.keys[0]![0];
  }

  /** Encrypts a JSON value. */
  seal(value: unknown, belonging: Belonging): Buffer {
    const [id, key] = this.keys[0]!;
    const head = Buffer.concat([FORM, id]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(head, belonging));
    return Buffer.concat([head, nonce, cipher.update(padded(value)), cipher.final(), cipher.getAuthTag()]);
  }

  /**
   * Decrypts a JSON value.
   * @throws Refusal `protected.unreadable` where it belongs elsewhere, was altered, or no key is the one it needs
   */
  open(sealed: Buffer, belonging: Belonging): unknown {
    const id = sealed.subarray(FORM.length, NONCE_AT);
    const key = this.keys.find(([known]) => known.equals(id))?.[1];
    if (!key || sealed.length < TEXT_AT + TAG_BYTES) throw unreadable();
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(NONCE_AT, TEXT_AT), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(sealed.subarray(0, NONCE_AT), belonging));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(TEXT_AT, -TAG_BYTES));
    return JSON.parse(Buffer.concat([text, finish(decipher)]).toString()) as unknown;
  }
}

/** Tells keys apart without telling anything of them. */
function idOf(key: KeyObject): Buffer {
  return createHmac('sha256', key).update('which key of protected profiles').digest().subarray(0, ID_BYTES);
}

function boundTo(head: Buffer, { personId, field }: Belonging): Buffer {
  return Buffer.concat([head, Buffer.from(JSON.stringify([personId, field]))]);
}

/** JSON with spaces behind it, which mean nothing there. */
function padded(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([text, Buffer.alloc(-text.length & (BLOCK - 1), ' ')]);
}

function finish(decipher: { final(): Buffer }): Buffer {
  try {
    return decipher.final();
  } catch {
    throw unreadable();
  }
}
