/** A rule of repetition that cannot be followed, or for too long; its message says why. */
export class DoubtfulRule extends Error {}
