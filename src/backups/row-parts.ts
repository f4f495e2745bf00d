// An entry of an archive needs its size beforehand, and a table has none until it has been read: so rows go in by parts, each of whole rows.
export interface RowPart {
  bytes: Buffer;
  rows: number;
}

const LINE_FEED = 0x0a;

/**
 * Gathers pieces of COPY's text format into parts of at least `leastBytes`, but for the last. A line feed ends a row and stands nowhere else: within
 * values it is written as \n.
 */
export async function* rowParts(pieces: AsyncIterable<Buffer>, leastBytes: number): AsyncGenerator<RowPart> {
  let kept: Buffer[] = [];
  let [size, rows] = [0, 0];
  for await (const piece of pieces) {
    rows += linesIn(piece);
    kept.push(piece);
    size += piece.length;
    const end = piece.lastIndexOf(LINE_FEED) + 1;
    const tail = piece.length - end; // of a row that goes on
    if (end === 0 || size - tail < leastBytes) continue;
    const bytes = Buffer.concat([...kept.slice(0, -1), piece.subarray(0, end)]);
    yield { bytes, rows };
    kept = [piece.subarray(end)];
    [size, rows] = [tail, 0];
  }
  if (size > 0) yield { bytes: Buffer.concat(kept), rows };
}

function linesIn(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
