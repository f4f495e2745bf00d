// Headers that answers carry, for the OpenAPI document.
const TEXT = { type: 'string' as const };

export const ETAG_HEADER = { ETag: { description: 'Version of the record, for If-Match.', schema: TEXT } };

export const LOCATION_HEADER = { Location: { description: 'Address of the new record.', schema: TEXT } };

/** The end of a Content-Security-Policy of an answer's own: what `default-src` does not speak for. */
export const NO_FRAMES_FORMS_OR_BASE = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
