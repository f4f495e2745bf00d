// Evidence files: received as a stream, judged by their bytes, kept encrypted, made unreadable for good.
import { createHash } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { OrphanedFiles } from '../src/files/orphaned-files';
import { officeArchive } from './factories/office-archive.factory';
import { evidenceBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({ environment: { LARGEST_FILE_MEGABYTES: '1' } });
});

afterAll(() => server.close());

const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.alloc(200_000, 'Security overview. '),
  Buffer.from('%%EOF'),
]);
const pdf = (changes: object = {}) => ({
  name: 'overview.pdf',
  type: 'application/pdf',
  bytes: PDF,
  ...changes,
});
const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What lies in the folder of an organization. */
const kept = (id: string): Promise<string[]> => readdir(join(server.filesFolder, id)).catch(() => []);

async function refused(
  id: string,
  at: string,
  file: Parameters<TestApplication['upload']>[1],
): Promise<object> {
  const { status, body } = await server.upload(`${at}/files`, file);
  expect(await kept(id)).toEqual([]);
  expect((await server.get(`${at}/files`)).body.items).toEqual([]);
  return { status, type: body.type, code: body.errors?.[0]?.code ?? null };
}

describe('an uploaded file', () => {
  it('comes back byte for byte, known by its digest, and lies on disk encrypted', async () => {
    const { id, at } = await server.newOrganization();
    const sent = await server.upload(`${at}/files`, pdf());
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      digest: digestOf(PDF),
      bytes: PDF.length,
      mediaType: 'application/pdf',
      name: 'overview.pdf',
      destroyedAt: null,
    });
    const content = await server.get(`${sent.headers.location}/content`);
    expect(content.bytes.equals(PDF)).toBe(true);
    expect(content.headers['content-disposition']).toBe('attachment; filename=overview.pdf');
    expect(content.headers['content-security-policy']).toBe(
      "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const [name] = await kept(id);
    const onDisk = await readFile(join(server.filesFolder, id, String(name)));
    expect(onDisk.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(onDisk.includes('Security overview')).toBe(false);
  });

  it('is found by its digest', async () => {
    const { at } = await server.newOrganization();
    const { body } = await server.upload(`${at}/files`, pdf());
    const found = await server.get(`${at}/files?digest=${body.digest}`);
    expect(found.body.items).toEqual([body]);
    expect((await server.get(`${at}/files?digest=${digestOf(Buffer.from('other'))}`)).body.items).toEqual([]);
  });

  it('is seen by its own organization only', async () => {
    const [mine, other] = [await server.newOrganization(), await server.newOrganization()];
    const { body } = await server.upload(`${mine.at}/files`, pdf());
    expect((await server.get(`${other.at}/files/${body.id}/content`)).status).toBe(404);
  });

  it.each([
    ['text', 'notes.txt', 'text/plain', Buffer.from('Terms as of 1 March: no training.\n')],
    ['a table', 'subcontractors.csv', 'application/vnd.ms-excel', Buffer.from('name,country\nHost,US\n')],
    ['a document', 'policy.docx', DOCX, officeArchive()],
    ['what is sent without a type', 'overview.pdf', 'application/octet-stream', PDF],
  ])('may be %s', async (_what, name, type, bytes) => {
    const { at } = await server.newOrganization();
    expect((await server.upload(`${at}/files`, { name, type, bytes })).status).toBe(201);
  });
});

describe('a file is refused and nothing of it is kept', () => {
  it.each([
    [
      'named as PDF with other bytes',
      pdf({ bytes: Buffer.from('MZ this is a program') }),
      422,
      'file-type-mismatch',
    ],
    ['sent as an image under the name of a PDF', pdf({ type: 'image/png' }), 422, 'file-type-mismatch'],
    [
      'named as text with binary inside',
      { name: 'a.txt', type: 'text/plain', bytes: PDF },
      422,
      'file-type-mismatch',
    ],
    [
      'an archive under the name of a document',
      { name: 'a.docx', type: DOCX, bytes: officeArchive({ document: false }) },
      422,
      'file-type-mismatch',
    ],
    [
      'a document that unpacks without bounds',
      { name: 'a.docx', type: DOCX, bytes: officeArchive({ bombMegabytes: 64 }) },
      422,
      'file-expands-too-much',
    ],
    [
      'of a type that is not taken',
      { name: 'a.exe', type: 'application/x-msdownload', bytes: PDF },
      415,
      'file-type-refused',
    ],
    ['larger than the limit', pdf({ bytes: Buffer.alloc(2_000_000, PDF) }), 413, 'body-too-large'],
    ['empty', pdf({ bytes: Buffer.alloc(0) }), 400, 'request-invalid'],
    ['sent in another part', pdf({ part: 'document' }), 400, 'request-invalid'],
  ])('when it is %s', async (_why, file, status, type) => {
    const { id, at } = await server.newOrganization();
    expect(await refused(id, at, file)).toMatchObject({ status, type: `/problems/${type}` });
  });

  it('when the same bytes are stored already, and says where', async () => {
    const { id, at } = await server.newOrganization();
    const first = await server.upload(`${at}/files`, pdf());
    const second = await server.upload(`${at}/files`, pdf({ name: 'again.pdf' }));
    expect([second.status, second.body.type]).toEqual([409, '/problems/file-already-uploaded']);
    expect(second.body.detail).toContain(first.body.id);
    expect(await kept(id)).toEqual([first.body.id]);
  });

  it('when the organization is not there', async () => {
    const id = uuidv7();
    expect((await server.upload(`/v1/organizations/${id}/files`, pdf())).status).toBe(404);
    expect(await kept(id)).toEqual([]);
  });

  it('when the body is no form, or its parts are cut off', async () => {
    const { at } = await server.newOrganization();
    const json = await server.post(`${at}/files`, { file: 'text' });
    expect([json.status, json.body.type]).toEqual([415, '/problems/media-type-unsupported']);
    const cut = await server.call('POST', `${at}/files`, {
      body: Buffer.from(
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
      ),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([cut.status, cut.body.type]).toEqual([400, '/problems/body-unreadable']);
  });
});

describe('a destroyed file', () => {
  it('is gone for good: the trace stays, the bytes, the key and the name do not', async () => {
    const { id, at } = await server.newOrganization();
    const { headers, body } = await server.upload(`${at}/files`, pdf());
    const gone = await server.post(`${headers.location}/destructions`, { reason: 'holds_client_data' });
    expect(gone.body).toMatchObject({
      digest: body.digest,
      name: null,
      destroyedBecause: 'holds_client_data',
    });
    expect(await kept(id)).toEqual([]);
    expect((await server.get(`${headers.location}/content`)).status).toBe(410);
    const again = await server.post(`${headers.location}/destructions`, { reason: 'wrong_file' });
    expect([again.status, again.body.type]).toEqual([410, '/problems/file-destroyed']);
    const events = (await server.get(`${at}/audit-events`)).body.items as { action: string }[];
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['file.uploaded', 'file.destroyed']),
    );
    expect((await server.upload(`${at}/files`, pdf())).status).toBe(201);
  });
});

describe('bytes without a row', () => {
  it('are swept once they have lain for an hour; kept files stay', async () => {
    const { id, at } = await server.newOrganization();
    const { body } = await server.upload(`${at}/files`, pdf());
    const [old, young] = [uuidv7(), uuidv7()];
    const anHourAgo = new Date(Date.now() - 4_000_000);
    for (const name of [old, `${young}.part`])
      await writeFile(join(server.filesFolder, id, name), 'left over');
    for (const name of [old, body.id]) await utimes(join(server.filesFolder, id, name), anHourAgo, anHourAgo);
    expect(await server.app.get(OrphanedFiles).sweep()).toBe(1);
    expect((await kept(id)).sort()).toEqual([body.id, `${young}.part`].sort());
  });
});

describe('a record of evidence', () => {
  it('finds its file by the digest, whichever came first', async () => {
    const { at } = await server.newOrganization();
    const file = { digest: digestOf(PDF), bytes: PDF.length, mediaType: 'application/pdf' };
    const made = await server.post(`${at}/evidence`, evidenceBody({ services: [], vendor: null, file }));
    expect(made.body).toMatchObject({ fileId: null, file });
    const { body } = await server.upload(`${at}/files`, pdf());
    expect((await server.get(`${made.headers.location}`)).body.fileId).toBe(body.id);
  });

  it.each([
    [3, 'current'],
    [13, 'ageing'],
    [25, 'stale'],
  ])('%i months old is %s', async (months, freshness) => {
    const { at } = await server.newOrganization();
    const issued = new Date();
    issued.setUTCMonth(issued.getUTCMonth() - months);
    const issuedOn = issued.toISOString().slice(0, 10);
    const body = evidenceBody({ services: [], vendor: null, issuedOn, receivedOn: null });
    expect((await server.post(`${at}/evidence`, body)).body.freshness).toBe(freshness);
  });

  it('past its own last day is expired', async () => {
    const { at } = await server.newOrganization();
    const dates = { issuedOn: '2024-01-01', receivedOn: null, validUntil: '2024-12-31' };
    const { body } = await server.post(
      `${at}/evidence`,
      evidenceBody({ services: [], vendor: null, ...dates }),
    );
    expect(body.freshness).toBe('expired');
  });

  it('whose validity ends before it was issued is refused, and so is one of an unknown vendor', async () => {
    const { at } = await server.newOrganization();
    await server.post(`${at}/vendors`, vendorBody());
    const reversed = await server.post(
      `${at}/evidence`,
      evidenceBody({ services: [], issuedOn: '2026-03-01', receivedOn: null, validUntil: '2026-02-01' }),
    );
    expect([reversed.status, reversed.body.errors[0].pointer]).toEqual([422, '/validUntil']);
    const nobody = await server.post(`${at}/evidence`, evidenceBody({ services: [], vendor: 'nobody' }));
    expect([nobody.status, nobody.body.errors[0].pointer]).toEqual([422, '/vendor']);
  });
});
