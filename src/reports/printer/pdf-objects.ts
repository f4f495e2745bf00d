// Reads the few plain objects of a PDF that are wanted here: who the root is, where named places lie, what the dates are.
// Chromium writes a classic cross-reference table and keeps these objects uncompressed, so a table look-up and a little
// text are enough; a whole PDF library would take longer than the printing it serves. Anything unexpected is refused.
import { UnreadablePdfError } from './printer.errors';

export class PdfObjects {
  private readonly offsets = new Map<number, number>();
  /** where what follows an object begins, in the order of the file */
  private readonly following = new Map<number, number>();
  private readonly trailer: string;
  private readonly tableAt: number;

  constructor(private readonly bytes: Buffer) {
    const start = bytes.lastIndexOf('startxref');
    const tableAt = Number(/startxref\s+(\d+)/.exec(this.text(start, bytes.length))?.[1] ?? NaN);
    const trailerAt = bytes.indexOf('trailer', tableAt);
    if (start < 0 || !Number.isFinite(tableAt) || trailerAt < 0)
      throw new UnreadablePdfError('no cross-reference table');
    this.tableAt = tableAt;
    this.readTable(this.text(tableAt, trailerAt));
    this.trailer = this.text(trailerAt, start);
    const inOrder = [...this.offsets].sort(([, one], [, other]) => one - other);
    inOrder.forEach(([number], index) => this.following.set(number, inOrder[index + 1]?.[1] ?? this.tableAt));
  }

  /** Number of the object that a key of the trailer points to, such as Root or Info. */
  trailerReference(key: string): number {
    return referenceIn(this.trailer, key) ?? fail(`the trailer has no ${key}`);
  }

  /** As it is written, `[<...> <...>]`; null where the file has none. */
  trailerId(): string | null {
    return /\/ID\s*(\[[^\]]*\])/.exec(this.trailer)?.[1] ?? null;
  }

  /** Numbers of all objects, in the order of the file. */
  numbers(): number[] {
    return [...this.following.keys()];
  }

  /** One more than the highest number. */
  size(): number {
    return Math.max(...this.offsets.keys()) + 1;
  }

  /** Where the first object begins; before it stands the header. */
  firstOffset(): number {
    return Math.min(this.tableAt, ...this.offsets.values());
  }

  /** The object as it is written, from `N 0 obj` up to what follows it. */
  bytesOf(number: number): Buffer {
    return this.bytes.subarray(this.offsetOf(number), this.following.get(number) ?? this.tableAt);
  }

  /** Where the object begins in the file. */
  offsetOf(number: number): number {
    return this.offsets.get(number) ?? fail(`object ${number} is missing`);
  }

  /** The object as text, from `N 0 obj` to `endobj`. */
  object(number: number): string {
    const from = this.offsetOf(number);
    const to = this.bytes.indexOf('endobj', from);
    if (to < 0) return fail(`object ${number} does not end`);
    return this.text(from, to);
  }

  private readTable(table: string): void {
    const rows = table.split(/\r?\n/);
    if (rows[0]?.trim() !== 'xref') fail('the cross-reference is not a table');
    let next = 0;
    for (const row of rows.slice(1)) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(row);
      if (entry) {
        if (entry[2] === 'n') this.offsets.set(next, Number(entry[1]));
        next += 1;
        continue;
      }
      const section = /^(\d+) \d+\s*$/.exec(row);
      if (section) next = Number(section[1]);
    }
  }

  private text(from: number, to: number): string {
    return this.bytes.toString('latin1', from, to);
  }
}

/** The object number in `/Key 12 0 R`, or null. */
export function referenceIn(text: string, key: string): number | null {
  const found = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(text);
  return found ? Number(found[1]) : null;
}

function fail(what: string): never {
  throw new UnreadablePdfError(what);
}
