import { zipSync } from 'fflate';
import { officeArchive } from '../../test/factories/office-archive.factory';
import { faultOfArchive } from './office-archive';

const archiveOf = (entries: number) =>
  Buffer.from(
    zipSync(Object.fromEntries(Array.from({ length: entries }, (_, at) => [`${at}`, new Uint8Array()]))),
  );

describe('an office document', () => {
  it.each([
    ['as usual', officeArchive(), null],
    ['with as many parts as are taken', archiveOf(5_000), null],
    ['with a part more', archiveOf(5_001), 'expands-too-much'],
    ['that grows a thousandfold', officeArchive({ bombMegabytes: 64 }), 'expands-too-much'],
    ['that grows as much and stays small', officeArchive({ bombMegabytes: 10 }), null],
    ['cut short', officeArchive().subarray(0, 100), 'unreadable'],
  ])('%s', async (_what, bytes, fault) => {
    expect(await faultOfArchive(bytes)).toBe(fault);
  });
});
