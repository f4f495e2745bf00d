// package-lock.json is the inventory of every package that comes with an install, whose own dependencies included.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  license?: string;
}

const json = <T>(name: string): T => JSON.parse(readFileSync(join(PROJECT_ROOT, name), 'utf8')) as T;
const { packages } = json<{ packages: Record<string, Locked> }>('package-lock.json');
const manifest = json<Record<string, Record<string, string>>>('package.json');
const installed = Object.entries(packages).filter(([path]) => path !== '');
const named = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
  Object.entries(manifest[kind] ?? {}),
);

describe('the packages of an install', () => {
  it('are known each by its version and the digest of its content', () => {
    const unknown = installed.filter(
      ([, { version, integrity, inBundle }]) => !inBundle && (!version || !/^sha512-/.test(integrity ?? '')),
    );
    expect(unknown.map(([path]) => path)).toEqual([]);
    expect(installed.length).toBeGreaterThan(100);
  });

  it('come from a registry, none from a repository, a folder or an address', () => {
    const elsewhere = installed.filter(
      ([, { link, resolved }]) => link || (resolved && !/^https:\/\/[^/]+\/.+\.tgz$/.test(resolved)),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('that we ask for are asked for in exactly one version, which is the one that is locked', () => {
    const other = named.filter(
      ([name, version]) =>
        !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || packages[`node_modules/${name}`]?.version !== version,
    );
    expect(other).toEqual([]);
  });
});
