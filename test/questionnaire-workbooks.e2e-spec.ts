// A questionnaire as XLSX, out and back: by the practice over the API and in pages, by the vendor with its link; and files that are none of it.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { askVendor, questionsOf, sendLink, type AskedVendor } from './support/asked-vendor';
import { readWorkbook } from './support/read-workbook';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';
import { VendorVisitor } from './support/vendor-visitor';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SHEET = 'xl/worksheets/sheet1.xml';
let server: TestApplication;
let asked: AskedVendor;

beforeAll(async () => {
  server = await TestApplication.start();
});
afterAll(() => server.close());
beforeEach(async () => {
  asked = await askVendor(server);
});

/** The row of a question in a workbook as it was handed out. */
async function rowOf(file: Buffer, question: string): Promise<number> {
  const { sheets } = await readWorkbook(file);
  return (sheets[0]?.rows ?? []).findIndex(([id]) => id?.value === question) + 1;
}

/** Types texts into cells, as a spreadsheet program stores them. */
function typedInto(file: Buffer, cells: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(file);
  let xml = strFromU8(parts[SHEET] as Uint8Array);
  for (const [at, content] of Object.entries(cells)) {
    const inside = content.startsWith('<') ? content : `<is><t>${content}</t></is>`;
    const cell = new RegExp(`<c r="${at}"([^>]*?)(?: t="s")?(?:/>|>[^]*?</c>)`);
    expect(xml).toMatch(cell);
    xml = xml.replace(
      cell,
      (_whole, attributes: string) => `<c r="${at}"${attributes} t="inlineStr">${inside}</c>`,
    );
  }
  return Buffer.from(zipSync({ ...parts, [SHEET]: strToU8(xml) }));
}

const sent = (
  bytes: Buffer,
  name = 'questionnaire.xlsx',
  type = XLSX,
): { name: string; type: string; bytes: Buffer } => ({ name, type, bytes });

async function filled(): Promise<{ file: Buffer; row: number }> {
  const { bytes } = await server.get(`${asked.questionnaire}/workbook`);
  const row = await rowOf(bytes, 'data-use-explained');
  const file = typedInto(bytes, {
    [`G${row}`]: 'Yes',
    [`H${row}`]: 'It stands in a document that we have',
    [`I${row}`]: 'Terms, 4',
  });
  return { file, row };
}

const importing = (file: Buffer, version: number) =>
  server.app.inject({
    method: 'POST',
    url: `${asked.questionnaire}/workbook-imports`,
    headers: {
      authorization: `Bearer ${testDatabase().session}`,
      'if-match': `"${version}"`,
      'content-type': 'multipart/form-data; boundary=b',
    },
    payload: Buffer.concat([
      Buffer.from(
        `--b\r\ncontent-disposition: form-data; name="file"; filename="q.xlsx"\r\ncontent-type: ${XLSX}\r\n\r\n`,
      ),
      file,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  });

it('is one sheet with instructions, lists to choose from, and everything but the answers locked', async () => {
  const { headers, bytes } = await server.get(`${asked.questionnaire}/workbook`);
  expect(headers['content-disposition']).toContain('questionnaire-scribe-2026.xlsx');
  const { sheets, workbookXml, parts } = await readWorkbook(bytes);
  const [sheet] = sheets;
  expect(sheet?.rows[0]?.[0]?.value).toBe('Questions about Northlight Scribe');
  expect(sheet?.rows[1]?.[0]?.value).toContain('A cell that you leave empty changes nothing');
  expect(sheet?.rows).toHaveLength(4 + (await questionsOf(server, asked)).length);
  expect(sheet?.xml).toContain('<sheetProtection sheet="1"');
  expect(sheet?.xml).toMatch(
    /<dataValidation type="list"[^>]*sqref="[^"]+"><formula1>Choices!\$A\$1:\$A\$4<\/formula1>/,
  );
  expect(workbookXml).toMatch(
    /<sheet [^>]*name="Choices"[^>]*state="hidden"|<sheet [^>]*state="hidden"[^>]*name="Choices"/,
  );
  const xfs = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>[^]*?<\/xf>/g)].map(([xf]) => xf);
  const row = await rowOf(bytes, 'data-use-explained');
  const styleAt = (cell: string): string =>
    xfs[Number(new RegExp(`<c r="${cell}${row}" s="(\\d+)"`).exec(sheet?.xml ?? '')?.[1])] ?? '';
  expect(['A', 'C', 'G', 'J'].map((cell) => styleAt(cell).includes('locked="0"'))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('comes back with answers: shown first, saved then, and changes nothing when it comes once more', async () => {
  const { file } = await filled();
  const preview = await server.upload(`${asked.questionnaire}/workbook-previews`, sent(file));
  expect(preview.body).toMatchObject({
    version: 1,
    changes: [
      {
        question: 'data-use-explained',
        now: null,
        then: 'Yes · It stands in a document that we have · Terms, 4',
      },
    ],
  });
  expect((await questionsOf(server, asked)).filter(({ answer }) => answer)).toEqual([]);
  const imported = await importing(file, 1);
  expect([imported.statusCode, imported.json<{ version: number }>().version]).toEqual([200, 2]);
  const [answered] = (await questionsOf(server, asked)).filter(({ answer }) => answer);
  expect(answered).toMatchObject({
    id: 'data-use-explained',
    answer: { value: 'yes', basis: 'documented', evidence: 'Terms, 4' },
  });
  const again = await server.get(`${asked.questionnaire}/workbook`);
  expect(
    (await server.upload(`${asked.questionnaire}/workbook-previews`, sent(again.bytes))).body.changes,
  ).toEqual([]);
  expect((await importing(file, 1)).statusCode).toBe(412);
});

it('is taken whole or not at all, with every fault at its cell', async () => {
  const { file, row } = await filled();
  const other = await rowOf(file, 'training-disclosed');
  const bad = typedInto(file, { [`G${other}`]: 'Perhaps', [`J${row}`]: '<f>HYPERLINK("x")</f><v>1</v>' });
  const refused = await importing(bad, 1);
  expect(refused.statusCode).toBe(422);
  const { errors } = refused.json<{ errors: { pointer: string }[] }>();
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual([`/cells/G${other}`, `/cells/J${row}`].sort());
  expect((await questionsOf(server, asked)).filter(({ answer }) => answer)).toEqual([]);
});

it.each([
  ['no workbook', 'file-type-refused', () => Buffer.from('Question,Answer\n')],
  ['one under a false name', 'file-type-refused', () => Buffer.from('%PDF-1.7\n%%EOF')],
  [
    'a damaged one',
    'file-type-mismatch',
    (file: Buffer) => Buffer.concat([file.subarray(0, file.length - 60), Buffer.alloc(60)]),
  ],
  [
    'one too large',
    'body-too-large',
    (file: Buffer) => Buffer.concat([file, Buffer.alloc(2 * 1024 * 1024 + 1)]),
  ],
  [
    'a bomb',
    'file-expands-too-much',
    (file: Buffer) =>
      Buffer.from(zipSync({ ...unzipSync(file), 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024) })),
  ],
])('refuses %s', async (_what, problem, made) => {
  const { bytes } = await server.get(`${asked.questionnaire}/workbook`);
  const refused = await server.upload(`${asked.questionnaire}/workbook-previews`, sent(made(bytes)));
  expect(refused.body).toMatchObject({ type: `/problems/${problem}` });
});

it('goes out to the vendor with its own questions alone, and comes back by the link as its word', async () => {
  const vendor = new VendorVisitor(server);
  await vendor.begin((await sendLink(server, asked)).body.link as string);
  const at = '/vendor-questionnaire/workbook';
  const file = await vendor.fetch(`${at}/file`);
  const { sheets } = await readWorkbook(file);
  const forVendor = (await questionsOf(server, asked)).filter(
    ({ answeredBy }) => answeredBy === 'vendor',
  ).length;
  expect(sheets[0]?.rows).toHaveLength(4 + forVendor);
  expect(sheets[0]?.rows[3]?.map((cell) => cell?.value)).not.toContain('How do you know?');
  const row = await rowOf(file, 'data-use-explained');
  const preview = await vendor.upload(
    at,
    {},
    sent(typedInto(file, { [`G${row}`]: 'Partly', [`H${row}`]: 'Terms, 4' })),
  );
  expect([preview.status, preview.body.includes('Partly · Terms, 4')]).toEqual([200, true]);
  const hidden = (name: string): string =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(preview.body)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x3D;', '=');
  const fields = { version: hidden('version'), answers: hidden('answers') };
  const tampered = { ...fields, answers: fields.answers.replace('"stated"', '"observed"') };
  expect((await vendor.send(`${at}/answers`, tampered)).location).toContain(
    '/vendor-questionnaire?notice=saved',
  );
  expect((await vendor.send(`${at}/answers`, fields)).status).toBe(412); // made before the answer that stands now
  await vendor.send('/vendor-questionnaire/submission', {
    name: 'Robin',
    role: 'Founder',
    email: 'robin@northlight.example',
    openCountsAsUnknown: 'true',
  });
  const [answered] = (await questionsOf(server, asked)).filter(({ answer }) => answer);
  expect(answered).toMatchObject({
    id: 'data-use-explained',
    answer: { value: 'partly', basis: 'stated', answeredBy: 'Robin, Founder' },
  });
});
