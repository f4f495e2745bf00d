import fc from 'fast-check';
import { fitsSchema } from '../common/fields/fits-schema';
import { clientIdentityIn, clientIdentityInIds } from './client-identity';
import { EvaluationsRequest } from './evaluation.dto';

const RIGHT = {
  subject: { type: 'clinician', id: 'c-7f3a' },
  action: { name: 'record_session' },
  resource: { type: 'service', id: 'northlight-scribe-2026' },
  context: { dataClasses: ['session_audio'], clientState: 'IL', clinicianState: 'WI', modality: 'video' },
};

describe('who a client is', () => {
  it.each<[string, object]>([
    ['a question', RIGHT],
    [
      'several questions',
      { ...RIGHT, evaluations: [RIGHT, {}], options: { evaluations_semantic: 'execute_all' } },
    ],
    [
      'UUIDs, whatever digits they are of',
      {
        subject: { type: 'clinician', id: '01912345-6789-7123-8456-312555019912' },
        resource: { type: 'service', id: '01920261-1221-7000-8000-123456789012' },
      },
    ],
    ['a staff number', { subject: { type: 'clinician', id: '100234' } }],
    ['what is no record at all', [null, 7, true, 'x']],
  ])('is not found in %s', (_what, body) => {
    expect(clientIdentityIn(body)).toEqual([]);
  });

  it.each([
    'client',
    'patient',
    'patientId',
    'clientName',
    'client_name',
    'PATIENT-FIRST-NAME',
    'firstName',
    'lastname',
    'name',
    'dob',
    'dateOfBirth',
    'birth_date',
    'mrn',
    'medicalRecordNumber',
    'chartNo',
    'ssn',
    'email',
    'e-mail',
    'emailAddress',
    'phone',
    'homePhone',
    'address',
    'zipCode',
    'memberId',
    'guardian',
  ])('is found in a field called %s, anywhere', (name) => {
    const at = [
      { ...RIGHT, [name]: 'x' },
      { ...RIGHT, context: { ...RIGHT.context, [name]: null } },
      { ...RIGHT, context: { ...RIGHT.context, properties: { deep: [{ deeper: { [name]: true } }] } } },
      { ...RIGHT, subject: { ...RIGHT.subject, properties: { [name]: 'x' } } },
      { evaluations: [RIGHT, { ...RIGHT, resource: { ...RIGHT.resource, [name]: {} } }] },
    ];
    expect(at.map((body) => clientIdentityIn(body).length)).toEqual([1, 1, 1, 1, 1]);
  });

  it.each([
    ['123-45-6789', 'a social security number'],
    ['jane@example.com', 'an e-mail address'],
    ['312-555-0199', 'a telephone number'],
    ['(312) 555-0199', 'a telephone number'],
    ['+1 312 555 0199', 'a telephone number'],
    ['1980-02-03', 'a date of birth'],
    ['19800203', 'a date of birth'],
    ['2/3/1980', 'a date of birth'],
    ['mrn-77', 'a record number'],
    ['patient 7', 'a record number'],
  ])('is found in the value %s (%s), in ids too', (value) => {
    const context = { ...RIGHT.context, properties: { note: value } };
    expect(clientIdentityIn({ ...RIGHT, context })).toEqual(['/context/properties']);
    expect(clientIdentityIn({ ...RIGHT, subject: { type: 'clinician', id: value } })).toEqual([
      '/subject/id',
    ]);
    const dataClasses = ['session_audio', value];
    expect(clientIdentityIn({ ...RIGHT, context: { dataClasses } })).toEqual(['/context/dataClasses/1']);
  });

  it('is found in long numbers outside of ids', () => {
    for (const number of ['A0012345', '00-12-34-56', 1234567, -1234567]) {
      expect(clientIdentityIn({ context: { clientState: number } })).toEqual(['/context/clientState']);
    }
  });

  it('is pointed at without the names that somebody typed', () => {
    const typed = { patient_jane_doe: 1, 'jane@example.com': 1, '123-45-6789': { dob: 'x' } };
    expect(clientIdentityIn({ context: { properties: typed } })).toEqual(['/context/properties']);
  });

  it('is looked for without end or overflow in what is nested deeply, and told in few places', () => {
    let nested: unknown = { dob: 'x' };
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(clientIdentityIn(nested)).toEqual(['/0'.repeat(21)]);
    const many = Array.from({ length: 1000 }, () => ({ dob: 'x' }));
    expect(clientIdentityIn(many).length).toBeLessThanOrEqual(21);
  });

  it('is not looked for in what is larger than any question: that is refused as it is', () => {
    const named = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`n${index}`, 1]));
    expect(clientIdentityIn({ context: named })).toEqual(['/context']);
    const wide = Array.from({ length: 500 }, () => Array.from({ length: 500 }, () => 1));
    expect(clientIdentityIn(wide).length).toBeGreaterThan(0);
  });

  it('is found in the ids of a body that fits just as in any body', () => {
    const id = fc.constantFrom(
      'c-7f3a',
      'mrn-77',
      '19800203',
      '312-555-0199',
      'chart',
      '01912345-6789-7123-8456-312555019912',
    );
    const part = fc.record({
      subject: fc.option(fc.record({ type: fc.constant('clinician'), id })),
      resource: fc.option(fc.record({ type: fc.constant('service'), id })),
      context: fc.option(fc.constant(RIGHT.context)),
    });
    fc.assert(
      fc.property(part, fc.option(fc.array(part, { maxLength: 9 })), (top, evaluations) => {
        const body = { ...top, evaluations };
        expect(fitsSchema(EvaluationsRequest, body)).toBe(true);
        expect(clientIdentityInIds(body as EvaluationsRequest)).toEqual(clientIdentityIn(body));
      }),
    );
  });
});
