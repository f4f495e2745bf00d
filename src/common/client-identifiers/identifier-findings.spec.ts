import { RecordField, RecordListField, TextField, TextListField, PatternField } from '../fields';
import { asConfirmedText, passConfirmed, takeConfirmed } from './confirmed-text';
import { identifierFindings } from './identifier-findings';

class Contact {
  @TextField({ description: 'Name.', maxLength: 100, mayHoldIdentifiers: true })
  name: string;

  @PatternField({ description: 'Telephone.', maxLength: 40, pattern: '^[0-9 ()-]+$', message: 'must be one' })
  phone: string;
}

class Note {
  @TextField({ description: 'Text.', maxLength: 1000 })
  text: string;

  @TextListField({ description: 'Tags.', maxLength: 100, maxItems: 5, optional: true })
  tags?: string[] | null;

  @RecordField(() => Contact, { description: 'Whom to ask.', optional: true })
  contact?: Contact | null;

  @RecordListField(() => Note, { description: 'Below it.', optional: true, maxItems: 5 })
  notes?: Note[] | null;
}

const CALL = '(312) 555-0143';

it('each text is found at its pointer, in lists and records within; fields for business contacts are left alone', () => {
  const note = {
    text: 'MRN 0045821',
    tags: ['fine', `call ${CALL}`],
    contact: { name: CALL, phone: CALL },
    notes: [
      { text: 'fine', tags: null },
      { text: 'DOB 3/14/1988', notes: [{ text: CALL }] },
    ],
  };
  expect(identifierFindings(Note, note)).toEqual([
    { pointer: '/text', kinds: ['record_number'] },
    { pointer: '/tags/1', kinds: ['telephone_number'] },
    { pointer: '/notes/1/text', kinds: ['birth_date'] },
    { pointer: '/notes/1/notes/0/text', kinds: ['telephone_number'] },
  ]);
});

describe('text that looks like a client’s', () => {
  const findings = identifierFindings(Note, { text: `${CALL}, MRN 0045821` });

  it('is refused with its place and what it looks like, and never repeated', () => {
    expect(() => passConfirmed(findings)).toThrow(
      expect.objectContaining({
        code: 'possible-phi',
        faults: [
          {
            pointer: '/text',
            code: 'possible-phi',
            detail: 'looks like the number of a medical record or chart and a telephone number; take it out',
          },
        ],
      }),
    );
  });

  it('passes when its sender confirms that it is none, and is noted once', () => {
    asConfirmedText(() => {
      passConfirmed(findings);
      expect([takeConfirmed(), takeConfirmed()]).toEqual([findings, []]);
    });
  });

  it('passes for nobody else', () => {
    asConfirmedText(() => undefined);
    expect(() => passConfirmed(findings)).toThrow();
    expect(takeConfirmed()).toEqual([]);
  });
});
