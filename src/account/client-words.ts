// What a session was opened with, as its person knows it: "Firefox on Windows". What programs say of themselves is no proof, only a help.

/** The order matters: most browsers also claim to be others. */
const PROGRAMS: readonly [mark: RegExp, name: string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [mark: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** @param client what the program called itself */
export function clientWords(client: string | null): string {
  if (!client) return 'A program that does not say which';
  const program = PROGRAMS.find(([mark]) => mark.test(client))?.[1];
  const system = SYSTEMS.find(([mark]) => mark.test(client))?.[1];
  if (program && system) return `${program} on ${system}`;
  return program ?? client.slice(0, 60);
}
