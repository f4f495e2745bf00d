// Settings that hold a secret. Each may also come as a file (NAME_FILE), as container platforms hand secrets over; and none may be a
// password that anybody would try first.
import { readFileSync, statSync } from 'node:fs';

/** The settings of environment.ts with a password in them. A new one is added here, and everything below holds for it. */
export const SECRET_SETTINGS = ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'SMTP_URL'] as const;

export type Variables = Readonly<Record<string, string | undefined>>;

export interface ReadSecrets {
  /** the variables with what the files hold in place of the files' names */
  variables: Variables;
  /** sentences that stop the start */
  wrong: string[];
  /** sentences for whoever starts the server */
  warnings: string[];
}

/** Takes each secret from its variable or its file. */
export function readSecretFiles(given: Variables): ReadSecrets {
  const variables: Record<string, string | undefined> = { ...given };
  const [wrong, warnings] = [[] as string[], [] as string[]];
  for (const name of SECRET_SETTINGS) {
    const [fileName, path] = [`${name}_FILE`, given[`${name}_FILE`]];
    if (!path) continue;
    delete variables[fileName];
    if (given[name]) {
      wrong.push(`${name} must be given once: as itself or as ${fileName}, not both`);
      continue;
    }
    const { content, fault, warning } = secretIn(path);
    variables[name] = content;
    if (fault) wrong.push(`${fileName} must name a file with the secret: ${fault}`);
    if (warning) warnings.push(`${fileName}: ${warning}`);
  }
  return { variables, wrong, warnings };
}

interface SecretContent {
  content?: string;
  fault?: string;
  warning?: string;
}

/** A file that others could have written is refused; one that they can only read is told of, since platforms mount secrets so. */
function secretIn(path: string): SecretContent {
  try {
    const { mode } = statSync(path);
    const content = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (content === '') return { fault: 'it is empty' };
    if (/[\r\n]/.test(content)) return { fault: 'it holds more than one line' };
    if (process.platform === 'win32') return { content };
    if ((mode & 0o022) !== 0)
      return { fault: 'others may write to it; give it to its owner alone (chmod 600)' };
    if ((mode & 0o044) !== 0)
      return { content, warning: 'others can read it; give it to its owner alone (chmod 600)' };
    return { content };
  } catch (error) {
    return { fault: `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})` };
  }
}

const SHORTEST_PASSWORD = 12;

/** What is in examples, images and manuals, without the digits and signs that are put around it. */
const WELL_KNOWN = new Set([
  ...['postgres', 'postgresql', 'password', 'passwd', 'passw', 'pass', 'changeme', 'changeit', 'change'],
  ...['secret', 'mysecret', 'mysecretpassword', 'supersecret', 'supersecretpassword', 'topsecret'],
  ...['admin', 'administrator', 'root', 'user', 'username', 'owner', 'default', 'guest', 'example'],
  ...['test', 'testing', 'demo', 'sample', 'dev', 'development', 'database', 'duecare', 'letmein', 'welcome'],
  ...['qwerty', 'qwertyuiop', 'abc', 'abcdef', 'yourpassword', 'yourpasswordhere', 'replaceme', 'todo'],
]);

/**
 * What is wrong with the passwords, a sentence each; none where the installation is one for development (NODE_ENV). A connection without a
 * password (a socket, a certificate) has nothing to guess.
 */
export function weakSecrets(variables: Variables): string[] {
  if (variables.NODE_ENV === 'development' || variables.NODE_ENV === 'test') return [];
  return SECRET_SETTINGS.flatMap((name) => {
    const reason = weaknessOf(variables[name] ?? '');
    return reason ? [`${name} must have another password: ${reason}`] : [];
  });
}

function weaknessOf(address: string): string | null {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  const password = parsed && (parsed.searchParams.get('password') ?? decoded(parsed.password));
  if (!parsed || !password) return null;
  const names = [decoded(parsed.username), parsed.pathname.slice(1)].map((name) => name.toLowerCase());
  if (names.includes(password.toLowerCase())) return 'this one is the name of the user or the database';
  if (barePasswords(password).some((bare) => WELL_KNOWN.has(bare))) return 'this one is known to everybody';
  if (password.length < SHORTEST_PASSWORD) return `this one is shorter than ${SHORTEST_PASSWORD} characters`;
  if (new Set(password).size < 5) return 'this one repeats a few characters';
  return null;
}

/** Its letters alone, and the same with zeros read as the letter. */
function barePasswords(password: string): string[] {
  const letters = (text: string) => text.replace(/[^a-z]/g, '');
  const lower = password.toLowerCase();
  return [letters(lower), letters(lower.replaceAll('0', 'o'))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
