// A zip without the time of its making. The library stamps every part with the clock, so the same workbook would differ by the second.
import { unzipSync, zipSync } from 'fflate';

/** The earliest time that a zip can name. A zip has no time zone: it is given, and written, in local time. */
const EARLIEST = new Date(1980, 0, 1);

export function repeatableZip(zip: Buffer): Buffer {
  return Buffer.from(zipSync(unzipSync(zip), { mtime: EARLIEST, level: 6 }));
}
