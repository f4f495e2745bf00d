// Reads one sheet of a workbook (Office Open XML) that somebody sent: the cells and nothing else. Formulas are not computed, only told; no part is read that is not
// needed; and a file that unpacks to more than it may is given up as soon as it does. It is read in slices, and others are served in between.
import { setImmediate as others } from 'node:timers/promises';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const MOST_PARTS = 1_000;
/** Of all parts that are read together, unpacked. A questionnaire of 500 questions has a third of it. */
const MOST_UNPACKED_BYTES = 8 * 1024 * 1024;
/** Elements and attributes of a part, and how deep they stand: some kilobytes unpack to millions of them. */
const MOST_NODES = 300_000;
const DEEPEST = 32;
/** What Excel itself takes in a cell. */
const LONGEST_TEXT = 32_767;
const SLICE = 64 * 1024;
const MOST_ROWS = 3_000;
const MOST_COLUMNS = 26;

export interface SheetCell {
  /** as it was typed; a number in the way of JavaScript */
  text: string;
  kind: 'text' | 'number' | 'boolean' | 'error';
  isFormula: boolean;
}

/** By number of the row, from 1, and letter of the column. Empty cells are not there. */
export type SheetRows = ReadonlyMap<number, ReadonlyMap<string, SheetCell>>;

export type SheetFault = 'unreadable' | 'expands-too-much' | 'sheet-missing';

export class UnreadableSheet extends Error {
  constructor(readonly fault: SheetFault) {
    super(`the sheet cannot be read: ${fault}`);
  }
}

/** @throws UnreadableSheet */
export async function readSheet(file: Buffer, name: string): Promise<SheetRows> {
  const parts = await partsOf(file, (path) =>
    /^xl\/(workbook|sharedStrings|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(path),
  );
  const part = (path: string): string => parts.get(path) ?? '';
  const path = await pathOfSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'), name);
  const xml = path === null ? undefined : parts.get(path);
  if (xml === undefined) throw new UnreadableSheet('sheet-missing');
  return rowsOf(xml, await textsOf(part('xl/sharedStrings.xml')));
}

interface Handlers {
  open: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Names without their prefixes. A document type is refused: no workbook has one, and entities are made of it. */
async function walk(xml: string, { open, text, close }: Handlers): Promise<void> {
  if (xml === '') return;
  const parser = new SaxesParser();
  let [nodes, depth] = [0, 0];
  const count = (): void => {
    nodes += 1;
    if (nodes > MOST_NODES || depth > DEEPEST) throw new UnreadableSheet('expands-too-much');
  };
  parser.on('attribute', count);
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    count();
    open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(localName(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('doctype', () => {
    throw new UnreadableSheet('unreadable');
  });
  try {
    for (let at = 0; at < xml.length; at += SLICE) {
      if (at > 0) await others();
      parser.write(xml.slice(at, at + SLICE));
    }
    parser.close();
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('unreadable');
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

async function pathOfSheet(workbook: string, relations: string, wanted: string): Promise<string | null> {
  let relation: string | null = null;
  await walk(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet' && attributes.name === wanted) relation = relationOf(attributes);
    },
  });
  let target: string | null = null;
  await walk(relations, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target ?? null;
    },
  });
  if (relation === null || target === null) return null;
  const path: string = target;
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}

/** `r:id`, whatever the prefix: programs choose their own. */
function relationOf(attributes: Record<string, string>): string | null {
  const found = Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id');
  return found?.[1] ?? null;
}

/** The texts that cells refer to by number. How it is read aloud (rPh) is no part of a text. */
async function textsOf(xml: string): Promise<string[]> {
  const texts: string[] = [];
  let [current, isText, phonetic] = ['', false, 0];
  await walk(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    text: (text) => {
      if (isText) current = joined(current, text);
    },
    close: (name) => {
      if (name === 'si') texts.push(plainText(current));
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') isText = false;
    },
  });
  return texts;
}

function joined(text: string, more: string): string {
  if (text.length + more.length > LONGEST_TEXT) throw new UnreadableSheet('expands-too-much');
  return text + more;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  value: string;
  isFormula: boolean;
}

async function rowsOf(xml: string, texts: readonly string[]): Promise<SheetRows> {
  const rows = new Map<number, Map<string, SheetCell>>();
  let [row, column, within] = [0, -1, ''];
  let cell: OpenCell | null = null;
  let phonetic = 0;
  await walk(xml, {
    open: (name, attributes) => {
      within = name;
      if (name === 'rPh') phonetic += 1;
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        cell = { row, column, type: attributes.t ?? 'n', value: '', isFormula: false };
      } else if (name === 'f' && cell) cell.isFormula = true;
    },
    text: (text) => {
      if (cell && phonetic === 0 && (within === 'v' || within === 't')) cell.value = joined(cell.value, text);
    },
    close: (name) => {
      within = '';
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'c' || !cell) return;
      const found = sheetCell(cell, texts);
      const isNear = cell.row >= 1 && cell.row <= MOST_ROWS && cell.column < MOST_COLUMNS;
      if (found && isNear) {
        const cells = rows.get(cell.row) ?? new Map<string, SheetCell>();
        rows.set(cell.row, cells.set(String.fromCharCode(65 + cell.column), found));
      }
      cell = null;
    },
  });
  return rows;
}

function sheetCell({ type, value, isFormula }: OpenCell, texts: readonly string[]): SheetCell | null {
  if (value === '' && !isFormula) return null;
  if (type === 's') {
    const text = texts[Number(value)];
    if (text === undefined) throw new UnreadableSheet('unreadable');
    return text === '' && !isFormula ? null : { text, kind: 'text', isFormula };
  }
  if (type === 'b') return { text: value, kind: 'boolean', isFormula };
  if (type === 'e') return { text: value, kind: 'error', isFormula };
  if (type === 'n') return { text: String(Number(value)), kind: 'number', isFormula };
  return { text: plainText(value), kind: 'text', isFormula };
}

/** "G12" is the seventh; undefined where the cell does not say. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Excel spells characters out that XML does not take, and the underscore of what looks like one (ECMA-376 part 1, ST_Xstring). */
function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Unpacks the parts that are wanted. yauzl holds each to the size that the archive says; the sum is held here. */
async function partsOf(file: Buffer, isWanted: (path: string) => boolean): Promise<Map<string, string>> {
  const zip = await opened(file);
  const parts = new Map<string, string>();
  let [left, entries] = [MOST_UNPACKED_BYTES, 0];
  return new Promise((resolve, reject) => {
    const fail = (fault: SheetFault): void => {
      zip.close();
      reject(new UnreadableSheet(fault));
    };
    zip.on('error', () => fail('unreadable'));
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      entries += 1;
      if (entries > MOST_PARTS) return fail('expands-too-much');
      if (!isWanted(entry.fileName)) return zip.readEntry();
      left -= entry.uncompressedSize;
      if (left < 0) return fail('expands-too-much');
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail('unreadable');
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('error', () => fail('unreadable'));
        stream.on('end', () => {
          parts.set(
            entry.fileName,
            Buffer.concat(pieces)
              .toString('utf8')
              .replace(/^\ufeff/, ''),
          );
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

function opened(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(new UnreadableSheet('unreadable')) : resolve(zip),
    );
  });
}
