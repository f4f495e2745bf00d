// Names in the order in which people look for them: "Tool 2" before "Tool 10", "Ä" beside "A", capitals and small letters together. PostgreSQL sorts by the
// collation that the migration SortNamesAsPeopleDo makes; the database itself sorts by bytes. No index may use the collation: another version of ICU may
// sort otherwise, and an index would then be wrong.

export const NAME_COLLATION = 'public.by_name';

/** For `order by`. @param text an expression of SQL whose value is a name or a title */
export function byName(text: string): string {
  return `(${text}) collate ${NAME_COLLATION}`;
}
