import type { Refusal } from '#refusals';

/** What whoever sent no token, or one that does not do, is told as RFC 6750 has it. */
export function challengeOf({ kind, code, title, facts }: Refusal): string | null {
  const realm = 'realm="Corteo"';
  if (code === 'identity.required') return realm;
  if (kind === 'unauthenticated') return `${realm}, error="invalid_token", error_description="${title}"`;
  const { missingScope } = facts;
  return missingScope ? `${realm}, error="insufficient_scope", scope="${missingScope as string}"` : null;
}
