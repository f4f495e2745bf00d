// Reads a workbook back for tests, with another zip library than wrote it: what stands in each cell, as what, and how it is shown.
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

export interface ReadCell {
  type: 'text' | 'number' | 'formula';
  value: string;
  /** index of its style */
  style: number;
}

export interface ReadStyle {
  bold: boolean;
  wraps: boolean;
  /** format of the number; null for the general one */
  format: string | null;
}

export interface ReadSheet {
  name: string;
  rows: (ReadCell | null)[][];
  styles: ReadStyle[];
  xml: string;
}

/** Text is format 49 of every workbook (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_FORMATS: Record<string, string> = { '49': '@' };

export interface ReadWorkbook {
  sheets: ReadSheet[];
  workbookXml: string;
  /** every part of the package as it is, by its name */
  parts: Map<string, string>;
}

export async function readWorkbook(file: Buffer): Promise<ReadWorkbook> {
  const parts = await partsOf(file);
  const part = (name: string): string => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`the workbook has no part ${name}`);
    return found;
  };
  const workbookXml = part('xl/workbook.xml');
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^]*?)<\/t><\/si>/g)].map(
    ([, text]) => plainText(text ?? ''),
  );
  const styles = stylesOf(part('xl/styles.xml'));
  const sheets = [...workbookXml.matchAll(/<sheet [^>]*sheetId="(\d+)" name="([^"]*)"\/>/g)].map(
    ([, id, name]) => {
      const xml = part(`xl/worksheets/sheet${id}.xml`);
      return { name: plainText(name ?? ''), rows: rowsOf(xml, texts), styles, xml };
    },
  );
  return { sheets, workbookXml, parts };
}

function rowsOf(xml: string, texts: readonly string[]): ReadSheet['rows'] {
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>([^]*?)<\/row>)/g)].map(([, row]) => {
    const cells: (ReadCell | null)[] = [];
    for (const [, address, attributes, content] of (row ?? '').matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([^]*?)<\/c>)/g,
    )) {
      const column = columnOf(address ?? '');
      while (cells.length < column) cells.push(null);
      cells.push(cellOf(attributes ?? '', content ?? '', texts));
    }
    return cells;
  });
}

function cellOf(attributes: string, content: string, texts: readonly string[]): ReadCell | null {
  const style = Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0);
  if (content.includes('<f>')) return { type: 'formula', value: content, style };
  const value = /<v>([^]*?)<\/v>/.exec(content)?.[1];
  if (value === undefined) return null;
  if (!attributes.includes('t="s"')) return { type: 'number', value, style };
  const text = texts[Number(value)];
  if (text === undefined) throw new Error(`a cell names the text ${value}, which is not there`);
  return { type: 'text', value: text, style };
}

function stylesOf(xml: string): ReadStyle[] {
  const formats = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/>/g)].map(([, id, code]) => [
      id ?? '',
      plainText(code ?? ''),
    ]),
  );
  const fonts = [...xml.matchAll(/<font>([^]*?)<\/font>/g)].map(([, font]) => font ?? '');
  const list = /<cellXfs[^>]*>([^]*?)<\/cellXfs>/.exec(xml)?.[1] ?? '';
  return [...list.matchAll(/<xf ([^>]*)>([^]*?)<\/xf>/g)].map(([, attributes, alignment]) => {
    const attribute = (name: string): string =>
      new RegExp(`${name}="(\\d+)"`).exec(attributes ?? '')?.[1] ?? '0';
    const format = attribute('numFmtId');
    return {
      bold: (fonts[Number(attribute('fontId'))] ?? '').includes('<b/>'),
      wraps: (alignment ?? '').includes('wrapText="1"'),
      format: formats.get(format) ?? BUILT_IN_FORMATS[format] ?? null,
    };
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function plainText(xml: string): string {
  return xml
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(file, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', reject);
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.readEntry();
  });
}
