export { FIELDS } from './profiles/profile.rules.js';

/** A profile in which every field holds a text of one's own. */
export function aProtectedProfile(mark = ''): Record<string, unknown> {
  return {
    passport: {
      number: `X0000000${mark}`,
      country: `China${mark}`,
      issuedAt: `Guizhou${mark}`,
      expires: '2031-05',
    },
    birthDate: '1970-01-01',
    visa: { kind: `short stay${mark}`, number: `000000000${mark}`, validUntil: '2027-05-31' },
    dietary: `no pork${mark}`,
    medical: `allergic to penicillin${mark}`,
    emergencyContact: {
      name: `Sun Lan${mark}`,
      phone: `+86 851 0000 0000${mark}`,
      relation: `sister${mark}`,
    },
    notes: `needs a step-free way${mark}`,
  };
}
