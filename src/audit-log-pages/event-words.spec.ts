// Every kind of event that the product records has words for people. The kinds are read from the source: whoever adds one finds this spec red.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventWords } from '../audit-log/event-words';
import { wordsOfEvent } from '../account/account.presenter';
import { PROJECT_ROOT } from '../common/project-root';
import { RECORD_LISTS } from '../dossiers/record-lists';
import { ACTIONS } from '../permissions/roles';

const SOURCE = join(PROJECT_ROOT, 'src');
const CODE = /'([a-z0-9_-]{2,}\.[a-z_-]+)'/g;
/** How a code ends that tells of something past; names of files and columns do not. */
const PAST = /(ed|began|begun|made|read|again|given|set_up|taken|over|reset|sent|withdrawn)$/;

function codesInSource(): string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'),
  );
  const found = files.flatMap((path) => {
    const text = readFileSync(join(SOURCE, path), 'utf8');
    return [...text.matchAll(CODE)].map(([, code]) => code as string);
  });
  const permissions = new Set<string>(ACTIONS);
  return [...new Set(found)].filter((code) => PAST.test(code) && !permissions.has(code)).sort();
}

/** What happens to somebody's own account is told on the page of the account. */
function wordsOf(code: string): string | null {
  const own = wordsOfEvent(code);
  return eventWords(code) ?? (own === code.replaceAll(/[._-]/g, ' ') ? null : own);
}

describe('words for what the audit log records', () => {
  const codes = codesInSource();

  it('are looked for where the events are made', () => {
    expect(codes).toEqual(
      expect.arrayContaining(['dossier.imported', 'assessment.sealed', 'report.printed', 'membership.began']),
    );
  });

  it.each(codes)('are there for %s', (code) => expect(wordsOf(code)).not.toBeNull());

  const kinds = RECORD_LISTS.map(({ kind }) => kind.name);
  it.each(kinds.flatMap((kind) => ['created', 'updated', 'redacted'].map((deed) => `${kind}.${deed}`)))(
    'are there for %s, which every kind of record has',
    (code) => expect(eventWords(code)).not.toBeNull(),
  );

  it.each(['begun', 'answered', 'submitted', 'sent', 'revoked', 'document-attached', 'documents-chosen'])(
    'are there for vendor_link.%s',
    (deed) => expect(eventWords(`vendor_link.${deed}`)).not.toBeNull(),
  );

  it.each(['adopted', 'attested', 'withdrawn'])('are there for consent_form.%s', (deed) =>
    expect(eventWords(`consent_form.${deed}`)).not.toBeNull(),
  );
});
