/** Asked for, before the first byte. */
export const EXPORT_BEGUN = 'organization.exported';
/** The last byte was handed over. */
export const EXPORT_FINISHED = 'organization.export-finished';
