/** The estimate where no minimum is given: the great circle at this speed, and some minutes to leave and arrive. */
export const KILOMETRES_PER_HOUR = 40;
export const MINUTES_ON_TOP = 15;
