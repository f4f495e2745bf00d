import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsDefined, IsInt, IsString, Max, Min, ValidateNested, validateSync } from 'class-validator';
import { escapePointer, faultsOf } from './validation-faults';

class Part {
  @IsString({ message: 'must be text' })
  name: string;
}

class Whole {
  @IsDefined({ message: 'is required' })
  @IsString({ message: 'must be text' })
  title: string;

  @Min(1, { message: 'must be at least 1' })
  @Max(9, { message: 'must be at most 9' })
  @IsInt({ message: 'must be a whole number' })
  count: number;

  @ValidateNested({ each: true })
  @Type(() => Part)
  parts: Part[];
}

function faultsIn(value: object): [pointer: string, code: string, detail: string][] {
  const errors = validateSync(plainToInstance(Whole, value), { whitelist: true, forbidNonWhitelisted: true });
  return faultsOf(errors).map(({ pointer, code, detail }) => [pointer, code, detail]);
}

const RIGHT = { title: 'x', count: 3, parts: [{ name: 'y' }] };

describe('the faults of a request', () => {
  it('are none where nothing is wrong', () => {
    expect(faultsIn(RIGHT)).toEqual([]);
  });

  it('say of a missing field one thing: that it is missing', () => {
    const { title: _title, ...rest } = RIGHT;
    expect(faultsIn(rest)).toEqual([['/title', 'missing-field', 'is required']]);
  });

  it('name an unknown field as such, without its value', () => {
    expect(faultsIn({ ...RIGHT, secret: 'hunter2' })).toEqual([
      ['/secret', 'unknown-field', 'is not a field of this record'],
    ]);
  });

  it('point into lists', () => {
    const parts = [{ name: 'fine' }, { name: 7 }, { name: 'x', more: 1 }];
    expect(faultsIn({ ...RIGHT, parts }).map(([pointer, code]) => [pointer, code])).toEqual([
      ['/parts/1/name', 'invalid-field'],
      ['/parts/2/more', 'unknown-field'],
    ]);
  });

  it('give each wrong field of several', () => {
    const pointers = faultsIn({ title: 5, count: 40, parts: [] }).map(([pointer]) => pointer);
    expect([...new Set(pointers)].sort()).toEqual(['/count', '/title']);
  });

  it('escape what would break a pointer apart (RFC 6901)', () => {
    expect(escapePointer('a/b~c')).toBe('a~1b~0c');
    expect(faultsIn({ ...RIGHT, 'a/b~1': 1 }).map(([pointer]) => pointer)).toEqual(['/a~1b~01']);
  });
});
