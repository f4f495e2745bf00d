/** Names in the order in which people look for them, as the database sorts them (src/database/by-name.sql.ts): for lists that come out of a document. */
export const inNameOrder: (left: string, right: string) => number = new Intl.Collator('en', { numeric: true })
  .compare;
