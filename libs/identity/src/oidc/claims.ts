import { hash } from 'node:crypto';
import { isOneLine, isVisible } from '#vocabulary';
import { ROLES, ROLE_NAMES, type Role, SCOPE_NAMES } from '../roles.js';

/** What a token says, by the name of the claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** How long a subject may be, as OpenID Connect has it. */
const SUBJECT_AT_MOST = 255;
const NAME_AT_MOST = 200;
/** How many milliseconds a token may have before it: what lasts longer can be withdrawn by nobody. */
const LASTS_AT_MOST = 86_400_000;

/** What RFC 9068 calls access tokens. */
const ACCESS_TYPES = ['at+jwt', 'application/at+jwt'];
/** How issuers mark JWTs of which their claims alone tell what they are. */
const PLAIN_TYPES = ['jwt', 'application/jwt', undefined];

/**
 * Whether a token that is valid in all else is one that gives access to whoever bears it.
 * @param type `typ` of its header
 */
export function givesAccess(type: string | undefined, claims: Claims, now: Date): boolean {
  const isBound = claims.cnf !== undefined;
  const isBrief = Number(claims.exp) * 1000 - now.getTime() <= LASTS_AT_MOST;
  return isAccessToken(type?.toLowerCase(), claims) && !isBound && isBrief;
}

// Keycloak and Cognito say in a claim what kind of token it is; Keycloak puts the nonce in both.
function isAccessToken(type: string | undefined, claims: Claims): boolean {
  const { typ, token_use: use, nonce, at_hash, c_hash, s_hash } = claims;
  const said = typ ?? use;
  if (said !== undefined && !['Bearer', 'access'].includes(said as string)) return false;
  if (ACCESS_TYPES.includes(type ?? '')) return true;
  const ofSignIn = said === undefined ? [nonce, at_hash, c_hash, s_hash] : [];
  return PLAIN_TYPES.includes(type) && ofSignIn.every((claim) => claim === undefined);
}

/** Whom a token is about, or null where that cannot be kept. */
export function subjectOf({ sub }: Claims): string | null {
  const isKept = typeof sub === 'string' && isVisible(sub) && isOneLine(sub) && sub.isWellFormed();
  return isKept && sub.length <= SUBJECT_AT_MOST ? sub : null;
}

/**
 * The role that a token gives: of several, the one that may most.
 * @param claim where its words are
 * @param roles the role of each word; without it the words are roles
 */
export function roleOf(
  claims: Claims,
  claim: string,
  roles: ReadonlyMap<string, string> | undefined,
): Role | null {
  const words = wordsAt(claims, claim);
  const named = new Set(words.map((word) => (roles ? roles.get(word) : word)));
  const found = ROLE_NAMES.filter((role) => named.has(role));
  return found.toSorted((a, b) => ROLES[b].length - ROLES[a].length)[0] ?? null;
}

/** The scopes of Corteo that a token names, or null where it names none. */
export function chosenScopes({ scope, scp }: Claims): readonly string[] | null {
  const named = new Set([scope, scp].flatMap(wordsOf).flatMap((words) => words.split(' ')));
  const chosen = SCOPE_NAMES.filter((name) => named.has(name));
  return chosen.length > 0 ? chosen : null;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The ids of organizations that a token names. */
export function organizationsOf(claims: Claims, claim: string | undefined): readonly string[] {
  if (!claim) return [];
  const words = wordsAt(claims, claim).map((word) => word.toLowerCase());
  return [...new Set(words.filter((word) => ID.test(word)))];
}

/** What to call whom a token is about; null where it says nothing but an address of e-mail, which is not for all to see. */
export function nameOf({ name, preferred_username: username }: Claims): string | null {
  const told = [name, username].find(
    (one) => typeof one === 'string' && isVisible(one) && !one.includes('@'),
  );
  if (typeof told !== 'string') return null;
  const line = told
    .toWellFormed()
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, NAME_AT_MOST).join('');
}

/** What to call somebody of whom no name is told: a program by the name that it has at the issuer. */
export function fallbackName(subject: string, { client_id: client }: Claims): string {
  return subject === client ? subject : `User ${hash('sha256', subject, 'hex').slice(0, 8)}`;
}

/** The words at a claim of this name, or at the end of a path through the members of claims. */
function wordsAt(claims: Claims, claim: string): string[] {
  if (Object.hasOwn(claims, claim)) return wordsOf(claims[claim]);
  const step = (at: unknown, member: string): unknown =>
    typeof at === 'object' && at !== null && Object.hasOwn(at, member) ? (at as Claims)[member] : undefined;
  return wordsOf(claim.split('.').reduce(step, claims));
}

function wordsOf(value: unknown): string[] {
  return [value].flat().filter((word) => typeof word === 'string');
}
