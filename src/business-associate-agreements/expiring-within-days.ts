/** Under this token the number of days stands within which an agreement counts as expiring: catalogs/agreement-provisions.yaml. */
export const EXPIRING_WITHIN_DAYS = Symbol('ExpiringWithinDays');
