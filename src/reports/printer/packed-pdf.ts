// Chromium writes every object of a PDF as plain text: of a tagged report three quarters of the file are tags. Here all but the streams go into object streams (ISO
// 32000-1, 7.5.7), which are compressed, and a cross-reference stream (7.5.8) says where. Nothing else changes: tags, outline, links and drawings are the same objects
// under the same numbers. The catalog and the document information stay as they are, for whoever looks into a file without a reader. The same bytes go in and the same
// come out, from one release of Node.
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PdfObjects } from './pdf-objects';

const compressed = promisify(deflate);

/** So many objects a stream: a reader unpacks the whole of one for any object in it. */
const OBJECTS_A_STREAM = 200;

/** Object streams came with PDF 1.5. */
const HEADER = '%PDF-1.5';

/** Where an object is found: at an offset of the file, or at a place within an object stream. */
type Place = { at: number } | { within: number; index: number };

/** @throws UnreadablePdfError for what Chromium does not write: see PdfObjects */
export async function packedPdf(pdf: Buffer): Promise<Buffer> {
  const objects = new PdfObjects(pdf);
  const root = objects.trailerReference('Root');
  const info = objects.trailerReference('Info');
  const plain: number[] = [];
  const out = new FileInParts(
    Buffer.concat([Buffer.from(HEADER, 'latin1'), pdf.subarray(HEADER.length, objects.firstOffset())]),
  );
  const places = new Map<number, Place>();
  for (const number of objects.numbers()) {
    const written = objects.bytesOf(number);
    if (number !== root && number !== info && !isStream(written)) plain.push(number);
    else places.set(number, { at: out.add(written) });
  }
  let next = objects.size();
  for (let from = 0; from < plain.length; from += OBJECTS_A_STREAM) {
    const packed = plain.slice(from, from + OBJECTS_A_STREAM);
    const within = next++;
    packed.forEach((number, index) => places.set(number, { within, index }));
    places.set(within, {
      at: out.add(
        await objectStream(
          within,
          packed.map((number) => ({ number, body: bodyOf(objects.bytesOf(number)) })),
        ),
      ),
    });
  }
  const table = next;
  places.set(table, { at: out.length });
  const start = out.add(await crossReferences(table, places, { root, info, id: objects.trailerId() }));
  out.add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return out.whole();
}

class FileInParts {
  length: number;
  private readonly parts: Buffer[];

  constructor(begin: Buffer) {
    this.parts = [begin];
    this.length = begin.length;
  }

  /** @returns the offset at which it stands */
  add(part: Buffer): number {
    const at = this.length;
    this.parts.push(part);
    this.length += part.length;
    return at;
  }

  whole(): Buffer {
    return Buffer.concat(this.parts, this.length);
  }
}

const STREAM_END = /endstream\s+endobj\s*$/;
const TAIL = 40;

/** A plain object ends with its value, and no value ends with this word. */
function isStream(object: Buffer): boolean {
  return STREAM_END.test(object.toString('latin1', Math.max(0, object.length - TAIL)));
}

/** What stands between `N 0 obj` and `endobj`. */
function bodyOf(object: Buffer): Buffer {
  return object.subarray(object.indexOf('obj') + 3, object.lastIndexOf('endobj'));
}

async function objectStream(
  number: number,
  packed: readonly { number: number; body: Buffer }[],
): Promise<Buffer> {
  const offsets: string[] = [];
  let offset = 0;
  for (const { number: of, body } of packed) {
    offsets.push(`${of} ${offset}`);
    offset += body.length + 1;
  }
  const head = Buffer.from(`${offsets.join(' ')}\n`, 'latin1');
  const bodies = packed.flatMap(({ body }) => [body, SPACE]);
  const dictionary = `/Type /ObjStm\n/N ${packed.length}\n/First ${head.length}`;
  return streamObject(number, dictionary, Buffer.concat([head, ...bodies]));
}

const SPACE = Buffer.from('\n', 'latin1');

/** One row an object of the whole file: 1 byte of kind, 4 of offset or stream, 2 of place within. */
async function crossReferences(
  number: number,
  places: ReadonlyMap<number, Place>,
  { root, info, id }: { root: number; info: number; id: string | null },
): Promise<Buffer> {
  const size = number + 1;
  const rows = Buffer.alloc(size * ROW);
  for (const [of, place] of places) {
    rows.writeUInt8('at' in place ? 1 : 2, of * ROW);
    rows.writeUInt32BE('at' in place ? place.at : place.within, of * ROW + 1);
    rows.writeUInt16BE('at' in place ? 0 : place.index, of * ROW + 5);
  }
  rows.writeUInt16BE(FIRST_FREE, 5);
  const dictionary = `/Type /XRef\n/Size ${size}\n/W [1 4 2]\n/Root ${root} 0 R\n/Info ${info} 0 R${id ? `\n/ID ${id}` : ''}`;
  return streamObject(number, dictionary, rows);
}

const ROW = 7;
/** The generation of the head of the list of free objects. */
const FIRST_FREE = 65_535;

async function streamObject(number: number, dictionary: string, content: Buffer): Promise<Buffer> {
  const packed = await compressed(content);
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<<${dictionary}\n/Filter /FlateDecode\n/Length ${packed.length}>>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}
