import type { Audience } from '#agendas';

/** For whom an item of an agenda may be meant that an audience sees. */
export const SEEN_BY: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  guests: ['public', 'guests'],
  hosts: ['public', 'guests', 'hosts'],
  internal: ['public', 'guests', 'hosts', 'internal'],
};

/** Whether an audience is told what the office still has to do: that is nobody's business but its own. */
export function seesFollowUps(audience: Audience): boolean {
  return audience === 'internal';
}
