import { IsInt, IsOptional, IsString, MetadataStorage, MinLength, validateSync } from 'class-validator';
import { rememberRules } from './remembered-rules';

type Rule = Parameters<MetadataStorage['addValidationMetadata']>[0];

class Vendor {
  @IsString()
  name: unknown;

  @IsOptional()
  @IsInt()
  employees: unknown;
}

class AiVendor extends Vendor {
  @MinLength(3)
  model: unknown;
}

function brokenRules(type: new () => object, value: object): string[] {
  const errors = validateSync(Object.assign(new type(), value), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return errors.flatMap(({ property, constraints = {} }) =>
    Object.keys(constraints).map((rule) => `${property} ${rule}`),
  );
}

it('a class is checked by its own rules and those of what it extends, the first time and after', () => {
  for (let time = 0; time < 3; time += 1) {
    expect(brokenRules(Vendor, { name: 1, model: 'ab' })).toEqual([
      'model whitelistValidation',
      'name isString',
    ]);
    expect(brokenRules(AiVendor, { name: 1, employees: 'x', model: 'ab' })).toEqual([
      'model minLength',
      'name isString',
      'employees isInt',
    ]);
    expect(brokenRules(AiVendor, { name: 'Northlight', model: 'abc' })).toEqual([]);
  }
});

it('a rule that is declared later counts', () => {
  class Late {
    @IsString()
    name: unknown;
  }
  expect(brokenRules(Late, { name: 'x' })).toEqual([]);
  MinLength(5)(Late.prototype, 'name');
  expect(brokenRules(Late, { name: 'x' })).toEqual(['name minLength']);
});

describe('a store that remembers', () => {
  const rule = (target: object, changes: Partial<Rule> = {}) =>
    ({ target, propertyName: 'name', ...changes }) as Rule;

  function store(): { storage: MetadataStorage; looked: jest.SpyInstance } {
    const storage = new MetadataStorage();
    const looked = jest.spyOn(storage, 'getTargetValidationMetadatas');
    rememberRules(storage);
    return { storage, looked };
  }

  it('looks once for a class', () => {
    const { storage, looked } = store();
    storage.addValidationMetadata(rule(Vendor));
    const asked = () => storage.getTargetValidationMetadatas(AiVendor, '', false, false);
    expect([asked(), asked()]).toEqual([[rule(Vendor)], [rule(Vendor)]]);
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('tells how it was asked apart, and never remembers a check by group', () => {
    const { storage } = store();
    storage.addValidationMetadata(rule(Vendor, { groups: ['update'] }));
    const asked = (strict: boolean, groups?: string[]) =>
      storage.getTargetValidationMetadatas(Vendor, '', false, strict, groups).length;
    expect([
      asked(false),
      asked(true),
      asked(false, ['update']),
      asked(false, ['other']),
      asked(false),
    ]).toEqual([1, 0, 1, 0, 1]);
  });
});
