// What a test needs to be made: some can only be made by root, or on Linux. Their names say so.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parsePasswd } from '../../src/database/embedded/server-account';

const isRoot = process.getuid?.() === 0;

/** An ordinary user whom only root can become; undefined for everybody else. */
export const nobody = isRoot
  ? parsePasswd(readFileSync('/etc/passwd', 'utf8')).find(({ name }) => name === 'nobody')
  : undefined;

export const itAsRoot = isRoot && nobody ? it : it.skip;
export const itWithoutRights = isRoot && spawnSync('setpriv', ['--version']).status === 0 ? it : it.skip;
export const itOnLinux = process.platform === 'linux' ? it : it.skip;
