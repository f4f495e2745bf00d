/** For how long every entry is kept at least. The database refuses to delete a younger one, whatever the setting says. */
export const SHORTEST_TERM_YEARS = 6;

/** The same day `years` before, or the last of February's days that there is. */
export function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  if (then.getUTCMonth() !== now.getUTCMonth()) then.setUTCDate(0);
  return then;
}
