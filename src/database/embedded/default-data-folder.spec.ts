import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDataFolder, defaultDataFolder } from './default-data-folder';

const isRoot = process.getuid?.() === 0;

describe('the data folder when no setting names one', () => {
  it('is "data" in the project, or the system’s when the server could not reach that', () => {
    expect(chooseDataFolder(join('/srv', 'app'), true)).toBe(join('/srv', 'app', 'data'));
    expect(chooseDataFolder('/root/app', false)).toBe('/var/lib/duecare');
  });

  it('for whoever runs this, in a checkout under a closed folder, is the one that the server can reach', () => {
    const closed = mkdtempSync(join(tmpdir(), 'duecare-closed-')); // open to ourselves alone
    const checkout = join(closed, 'checkout');
    mkdirSync(checkout);
    expect(defaultDataFolder(checkout)).toBe(isRoot ? '/var/lib/duecare' : join(checkout, 'data'));
    rmSync(closed, { recursive: true });
  });
});
