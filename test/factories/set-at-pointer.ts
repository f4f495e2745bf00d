// Changes to a document by JSON pointer, for tests that put in what the types forbid.

type Holder = Record<string, unknown>;

/** Puts a value where the pointer (RFC 6901) leads; the place above it must be there. */
export function setAtPointer(document: unknown, pointer: string, value: unknown): void {
  const [holder, name] = placeOf(document, pointer);
  Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Takes out the field or list entry that the pointer leads to. */
export function removeAtPointer(document: unknown, pointer: string): void {
  const [holder, name] = placeOf(document, pointer);
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
}

/** Pointers to everything in a document, the document itself aside. */
export function pointersIn(document: unknown, base = ''): string[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([name, held]) => {
    const pointer = `${base}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [pointer, ...pointersIn(held, pointer)];
  });
}

function placeOf(document: unknown, pointer: string): [Holder, string] {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((value, step) => (value as Holder)[step], document);
  if (typeof holder !== 'object' || holder === null) throw new Error(`nothing at ${pointer}`);
  if (Array.isArray(holder) && !/^\d+$/.test(name)) throw new Error(`a list has no field ${name}`);
  return [holder as Holder, name];
}
