import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PROJECT_ROOT } from '../project-root';
import { IDENTIFIER_KINDS, identifiersIn, type IdentifierKind } from './identifiers-in-text';

// None of these people and numbers exists: 555 numbers, .example addresses, a Social Security number from an old advertisement.
describe('a text seems to hold', () => {
  it.each<[IdentifierKind, string]>([
    ['social_security_number', 'Her number is 078-05-1120.'],
    ['social_security_number', 'seen in the log: 219 09 9999'],
    ['social_security_number', 'SSN: 078051120'],
    ['record_number', 'The vendor quoted MRN 0045821 in a ticket'],
    ['record_number', 'medical record number: AB-10442'],
    ['record_number', 'patient #88213'],
    ['record_number', 'chart no. 55120'],
    ['member_number', 'Member ID: W123456789'],
    ['member_number', 'medicaid number 99120034'],
    ['member_number', 'card 1EG4-TE5-MK73'],
    ['birth_date', 'DOB 3/14/1988'],
    ['birth_date', 'born on March 14, 1988'],
    ['birth_date', 'date of birth: 1988-03-14'],
    ['telephone_number', 'call back at (312) 555-0143'],
    ['telephone_number', 'her cell 312-555-0143'],
    ['telephone_number', '+1 312 555 0143 after five'],
    ['email_address', 'write to jane.roe@mail.example'],
    ['email_address', 'janeroe88@mail.example complained'],
    ['street_address', 'lives at 412 Maple Street'],
    ['street_address', '17 N. Harbor View Rd'],
    ['diagnosis_of_person', 'Jane Roe was diagnosed with PTSD in May'],
    ['diagnosis_of_person', 'Ms. Roe suffers from severe anxiety'],
    ['diagnosis_of_person', 'the client with F41.1 asked'],
    ['diagnosis_of_person', 'F32.1 for this patient'],
  ])('%s: %s', (kind, text) => {
    expect(identifiersIn(text)).toContain(kind);
  });

  it('several at once, each named once', () => {
    expect(identifiersIn('Jane Roe, DOB 3/14/1988, 312-555-0143 or 312-555-0144')).toEqual([
      'birth_date',
      'telephone_number',
    ]);
  });
});

describe('a text of a vendor file holds none', () => {
  it.each([
    'Retention policy of 2026-02, page 3',
    'Signed on 03/14/2026, effective 2026-04-01',
    'Support: 800-555-0143 or (888) 555-0100',
    'Write to privacy@northlight.example or breach-notices@northlight.example',
    'OAuth client ID is kept in the vault; client number two of three',
    'Covers 12,000 patients and 45 clinicians',
    'SOC 2 report 2025-11-1120, section 5.4.12',
    '45 CFR 164.308(a)(7)(ii)(A); 42 CFR 2.31; 89 FR 12472',
    'Fernhill Scribe drafts notes on depression, anxiety and PTSD',
    'A template for adjustment disorders',
    'Version 3.141.5926 of the model, build 2026.11.28',
    'Invoice 312-55-01, order 4821-09',
    'The member of staff who reads the notes',
    'Clients are told before a session is recorded',
    'Certificate CN-20260314-7781 of HITRUST',
    '24 hours a day, 7 Days a week; 3 Drive failures',
    'Press F10 to export; channel F12',
    'https://northlight.example/trust/2026-03-14',
    'Jane Roe is the security official',
  ])('%s', (text) => {
    expect(identifiersIn(text)).toEqual([]);
  });

  it.each(['practice.yaml', 'small-practice.yaml'])('nor does any line of examples/%s', (name) => {
    const lines = readFileSync(join(PROJECT_ROOT, 'examples', name), 'utf8').split('\n');
    // contacts are fields of their own (pattern fields), which are not screened
    const screened = lines.map((line) => line.replace(/(phone|email): [^,}]+/, ''));
    expect(screened.filter((line) => identifiersIn(line).length > 0)).toEqual([]);
  });
});

it('a long text is looked through in no time that grows worse than its length', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('1', 'a@', 'A b ', '312-', 'client ', 'F1', 'Aa Aa ', '1 Aa ', '. '),
      (piece) => {
        expect(identifiersIn(piece.repeat(4000)).every((kind) => kind in IDENTIFIER_KINDS)).toBe(true);
      },
    ),
  );
});
