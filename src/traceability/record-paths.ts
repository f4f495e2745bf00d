// Places in the records of a practice as targets: a list of the dossier, a field of its records, a value of a closed list of the field.
// dataFlows, dataFlows.country, practiceMeasures.consents.kind=recording.
import { fieldsOf, type Constructor, type Field } from '../common/fields';
import { Dossier } from '../dossiers/dossier.document';

/** @returns what is kept there, in the words of the fields, or null where there is no such place */
export function recordPlace(path: string): string | null {
  const [names = '', value] = path.split('=', 2);
  const fields = fieldsAlong(names.split('.'), Dossier);
  const last = fields?.at(-1);
  if (!fields || !last) return null;
  const title = fields.map(({ description }) => firstWords(description)).join(', ');
  if (value === undefined) return title;
  const choices = last.schema.enum ?? last.schema.items?.enum ?? [];
  return choices.includes(value) ? `${title}: ${value.replaceAll('_', ' ')}` : null;
}

/** A list of the dossier under the name of its pages: data-flows is dataFlows. @returns what it lists, or null where there is none */
export function registerOf(id: string): string | null {
  const list = id.replaceAll(/-([a-z])/g, (_joint, letter: string) => letter.toUpperCase());
  const field = fieldsOf(Dossier).find(({ name }) => name === list);
  return field?.schema.type === 'array' ? firstWords(field.description) : null;
}

function fieldsAlong([name, ...rest]: readonly string[], type: Constructor): Field[] | null {
  const field = fieldsOf(type).find((one) => one.name === name);
  if (!field) return null;
  if (rest.length === 0) return [field];
  const further = field.nested ? fieldsAlong(rest, field.nested()) : null;
  return further && [field, ...further];
}

/** "Country where the data comes to rest; leave out when unknown." without what it says on filling it in. */
function firstWords(description: string): string {
  return (description.split(/[;.](?: |$)/, 1)[0] ?? description).replace(/[.?]$/, '');
}
