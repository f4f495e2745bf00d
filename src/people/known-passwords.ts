// Passwords that breaches have made known: the list of the package @zxcvbn-ts/language-common (docs/security.md says where it comes from).
import { dictionary } from '@zxcvbn-ts/language-common';

let known: ReadonlySet<string> | null = null;

export function isKnownPassword(password: string): boolean {
  known ??= new Set(Object.values(dictionary['passwords-common'] as readonly string[]));
  return known.has(password);
}
