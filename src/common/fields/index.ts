export { fieldsOf, type Constructor, type Field, type FieldSchema } from './field';
export * from './other-fields';
export * from './text-fields';
