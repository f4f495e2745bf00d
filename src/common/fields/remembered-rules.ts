// class-validator goes through the rules of every class of the program each time it checks an object, to find those of the object's class
// and the classes it extends. They are the same from the first check on, so what it found is kept: a check costs what the class has of rules.
import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Find = Storage['getTargetValidationMetadatas'];
type Rules = ReturnType<Find>;

/** Has a store of rules remember what it found of a class, until another rule is declared. Checks by group are left alone. */
export function rememberRules(
  storage: Pick<Storage, 'getTargetValidationMetadatas' | 'addValidationMetadata'>,
): void {
  const find: Find = storage.getTargetValidationMetadatas.bind(storage);
  const add = storage.addValidationMetadata.bind(storage);
  let found = new WeakMap<object, Map<string, Rules>>();

  storage.addValidationMetadata = (rule) => {
    found = new WeakMap();
    add(rule);
  };
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (groups?.length) return find(target, schema, always, strictGroups, groups);
    const ofClass = found.get(target) ?? new Map<string, Rules>();
    found.set(target, ofClass);
    const asked = `${schema} ${always} ${strictGroups}`;
    const rules = ofClass.get(asked) ?? find(target, schema, always, strictGroups, groups);
    ofClass.set(asked, rules);
    return rules;
  };
}

rememberRules(getMetadataStorage());
