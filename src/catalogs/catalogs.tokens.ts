/** Under this token the catalogs stand, read and checked once at start. */
export const CATALOGS = Symbol('Catalogs');
