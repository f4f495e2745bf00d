import { createHash } from 'node:crypto';
import { claimsSaid } from './claims-said';
import { productTexts } from './product-texts';
import { readTraceTable, type ClaimNotRepeated } from './trace-table';

const { claimsNotRepeated } = readTraceTable();
const claimsIn = (text: string) => claimsSaid(text, claimsNotRepeated).map(({ claim }) => claim);

it('none of them stands in a catalog, a view or a template', () => {
  const texts = productTexts();
  expect(texts.length).toBeGreaterThan(100);
  const said = texts.flatMap(({ file, text }) =>
    claimsSaid(text, claimsNotRepeated).map(({ claim, said }) => `${file} ${claim}: ${said}`),
  );
  expect(said).toEqual([]);
});

it.each([
  ['soc-2-certificate', 'Vendors must hold a SOC 2 Type 2 certification.'],
  ['soc-2-certificate', 'HIPAA requires a SOC 2 report from each vendor.'],
  ['end-to-end-encryption', 'End-to-end encryption is a must.'],
  ['data-abroad', 'Under HIPAA data never goes abroad without consent.'],
  ['right-to-dispute', 'Clients have a right to dispute a decision of AI.'],
  ['monthly-audits', 'HIPAA wants fairness looked into every month.'],
  ['monthly-audits', 'Audits for bias are required monthly.'],
  ['consent-to-ai', 'HIPAA requires consent before AI writes a note.'],
  ['forum-on-law', 'Such a recording is admissible in court.'],
  ['vendor-meets-hipaa', 'Choose a HIPAA-compliant vendor.'],
  ['vendor-meets-hipaa', 'It is HIPAA certified.'],
  ['no-transcript-deidentified', 'There is no such thing as a fully de-identified transcript.'],
  ['money-invested', '$1.4 billion went into the field.'],
])('%s is found where somebody says: %s', (claim, sentence) => {
  expect(claimsIn(`Something before it. ${sentence} Something after it.`)).toEqual([claim]);
});

it.each([
  'HIPAA asks for no SOC 2 report. A report is not a certification.',
  'End-to-end encryption in the strict sense does not fit an AI that has to read the text.',
  'HIPAA does not ask for consent to use a vendor.',
  'HIPAA sets no limit of countries.',
  'Look every month whether some groups are served worse.',
])('what is so may be said: %s', (text) => {
  expect(claimsIn(text)).toEqual([]);
});

it('finds a name by its digest alone, of one word or two, in any case, and not within another word', () => {
  const digestOf = (name: string) => createHash('sha256').update(name).digest('hex');
  const claim: ClaimNotRepeated = {
    ...{ id: 'names', documents: ['003'], claims: 'They fail.', instead: 'Nobody knows.', obeyedBy: [] },
    ...{ neverSaid: [], names: [digestOf('notebloom'), digestOf('quiet ledger'), digestOf('scribe.io')] },
  };
  const found = (text: string) => claimsSaid(text, [claim]).map(({ said }) => said);
  expect(found('NoteBloom and Quiet Ledger fail, and notebloom again; so does Scribe.io.')).toEqual([
    'notebloom',
    'scribe.io',
    'quiet ledger',
  ]);
  expect(found('Notebloomers keep quiet books and a ledger.')).toEqual([]);
});

it('keeps sixteen names, none of them readable', () => {
  const names = claimsNotRepeated.flatMap((claim) => claim.names ?? []);
  expect(names).toHaveLength(16);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}$/);
});
