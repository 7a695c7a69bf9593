import { Refusal, defineProblems } from '#refusals';

export const OIDC_PROBLEMS = defineProblems({
  'identity.expired': [
    'unauthenticated',
    'The access token has ended',
    'Access tokens of the identity provider last for a short time only.',
    'Sign in again, or let your program renew its token.',
  ],
  'identity.no-role': [
    'forbidden',
    'The access token names no role in the office',
    'You have signed in, but what you may do in the office follows from a role, and your token names none.',
    'Ask whoever looks after your identity provider to give you a role in the office.',
  ],
  'identity.issuer-away': [
    'unavailable',
    'The identity provider does not answer',
    'Whether your token is good can be said only with the keys of the identity provider, which could not be read.',
    'Try again shortly. If it goes on, tell whoever runs this server.',
  ],
});

export function tokenExpired(): Refusal {
  return new Refusal(
    OIDC_PROBLEMS['identity.expired'],
    'The access token has ended; get another from your identity provider.',
  );
}

/** @param claim where the role would stand */
export function lacksRole(claim: string): Refusal {
  return new Refusal(
    OIDC_PROBLEMS['identity.no-role'],
    `You have signed in, but your access token names no role in the office in its claim “${claim}”. Whoever looks after your identity provider can give you one.`,
  );
}

export function issuerAway(): Refusal {
  return new Refusal(
    OIDC_PROBLEMS['identity.issuer-away'],
    'The identity provider does not answer at the moment, so your access token cannot be checked. Please try again shortly.',
  );
}
