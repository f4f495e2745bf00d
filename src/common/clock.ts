/** The only way to the time of day: rules get dates and instants handed in, services ask a clock, tests set one. */
export interface Clock {
  now(): Date;
}

export const CLOCK = Symbol('Clock');

export const SYSTEM_CLOCK: Clock = { now: () => new Date() };
