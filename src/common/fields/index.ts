export * from './country-fields';
export { fieldsOf, type Constructor, type Field, type FieldSchema } from './field';
export * from './other-fields';
export { findRecordFaults, givenRecordOf, plainRecordOf } from './record-faults';
export { isRecord } from './record.validator';
export * from './text-fields';
export { PartialFields } from './partial-fields';
