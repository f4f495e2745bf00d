import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organizationClosed } from '../common/problems/organization-closed';
import type { Tenancy } from '../database/tenancy';
import { SYSTEM_CALLER } from '../identity/caller';
import { recordEvents } from './audit-log';
import { LateEvents, type LateEvent } from './late-events';

jest.mock('./audit-log');
const ORGANIZATION = '019ab1c2-7d3e-7f00-8000-000000000000';
const AT = new Date('2026-03-01T09:30:00Z');

let waiting: LateEvent[];
let failure: Error | null;
let written: string[];
let late: LateEvents<LateEvent>;
let logged: jest.SpyInstance;

beforeEach(() => {
  [waiting, written, failure] = [[], [], null];
  logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const withOrganizationWrite = async (
    _id: string,
    run: (manager: EntityManager) => Promise<void>,
  ): Promise<void> => {
    const before = [...written];
    await run({} as EntityManager).catch((error: unknown) => {
      written = before; // rolled back
      throw error;
    });
  };
  jest.mocked(recordEvents).mockImplementation((_manager, _id, _caller, _at, events) => {
    const actions = events.map(({ action }) => action);
    if (failure) return Promise.reject(failure);
    if (actions.includes('refused')) return Promise.reject(organizationClosed());
    written.push(...actions);
    return Promise.resolve();
  });
  late = new LateEvents('Test', { withOrganizationWrite } as unknown as Tenancy, {
    count: () => waiting.length,
    takeAll: () => waiting.splice(0),
    putBack: (events) => void waiting.unshift(...events),
  });
});

afterEach(() => jest.restoreAllMocks());

function note(...actions: string[]): void {
  for (const action of actions) {
    const event = { action, subjectKind: 'file', subjectId: ORGANIZATION, data: {} };
    waiting.push({ organizationId: ORGANIZATION, caller: SYSTEM_CALLER, at: AT, event });
  }
}

it('what a closed organization refuses is told in the log and waits no longer; the others with it are written', async () => {
  note('file.read', 'refused', 'report.read');
  await late.end();
  expect([written, waiting]).toEqual([['file.read', 'report.read'], []]);
  expect(logged.mock.calls).toEqual([
    [{ error: 'organization-closed', organizationId: ORGANIZATION, lost: 'refused' }],
  ]);
});

it('what cannot be written now waits, in its order', async () => {
  failure = new Error('the database is away');
  note('file.read', 'report.read');
  await late.end();
  expect(waiting.map(({ event }) => event.action)).toEqual(['file.read', 'report.read']);
  failure = null;
  await late.flush();
  expect([written, waiting]).toEqual([['file.read', 'report.read'], []]);
});

it('of an erased organization nothing is left to be written to', async () => {
  failure = Object.assign(new Error('no such organization'), { code: '23503' });
  note('file.read');
  await late.end();
  expect([waiting, logged.mock.calls]).toEqual([[], []]);
});
