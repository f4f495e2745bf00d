// Headers that answers carry, for the OpenAPI document.
const TEXT = { type: 'string' as const };

export const ETAG_HEADER = { ETag: { description: 'Version of the record, for If-Match.', schema: TEXT } };

export const LOCATION_HEADER = { Location: { description: 'Address of the new record.', schema: TEXT } };
