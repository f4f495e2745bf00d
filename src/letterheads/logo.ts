// The logo of a firm: a PNG or JPEG by its bytes, read to its last pixel and written anew. What goes on is never the file as it came, so it carries no
// text, place or program of it; drawings (SVG) are not taken, since they can hold all of that.
import { inflateSync } from 'node:zlib';
import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';

export const MOST_UPLOADED_BYTES = 512 * 1024;
/** as it is kept: every report of the firm carries it */
export const MOST_KEPT_BYTES = 128 * 1024;
export const MOST_PIXELS_A_SIDE = 2000;
const LEAST_PIXELS_A_SIDE = 16;
const JPEG_QUALITY = 85;
const JPEG_MEGABYTES = 64;
/** A progressive picture has about ten; each is a walk over all its pixels, of a few bytes where somebody wants to keep the server busy. */
const MOST_JPEG_SCANS = 64;
const JPEG_SCAN = Buffer.from([0xff, 0xda]);

export interface Logo {
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  bytes: Buffer;
}

/** Why a file is no logo, after "The logo". */
export class LogoFault extends Error {}

const PNG_BEGINNING = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_BEGINNING = Buffer.from([0xff, 0xd8, 0xff]);

/** @throws LogoFault */
export function logoOf(file: Buffer): Logo {
  if (file.length === 0) throw new LogoFault('has no bytes');
  if (file.length > MOST_UPLOADED_BYTES) throw new LogoFault(`must be at most ${kib(MOST_UPLOADED_BYTES)}`);
  const logo = readLogo(file);
  if (logo.bytes.length > MOST_KEPT_BYTES)
    throw new LogoFault(`must be at most ${kib(MOST_KEPT_BYTES)} once it is stored: please make it smaller`);
  return logo;
}

function readLogo(file: Buffer): Logo {
  if (file.subarray(0, PNG_BEGINNING.length).equals(PNG_BEGINNING)) return pngOf(file);
  if (file.subarray(0, JPEG_BEGINNING.length).equals(JPEG_BEGINNING)) return jpegOf(file);
  throw new LogoFault('must be a PNG or JPEG picture');
}

/** The size stands at the beginning, so that a small file of many pixels is not unpacked. */
function pngOf(file: Buffer): Logo {
  const { header, data: packed } = whole(() => piecesOf(file));
  const size = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
  refuseSize(size.width, size.height);
  whole(() => inflateSync(packed, { maxOutputLength: mostUnpacked(size) }));
  const { width, height, data } = whole(() => PNG.sync.read(file));
  const bytes = PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), { deflateLevel: 9 });
  return { mediaType: 'image/png', width, height, bytes };
}

/**
 * What `pngjs` would take of the file: it lets a second header replace the first, and unpacks an interlaced picture without a limit.
 * @throws Error unless there is one header, at the beginning
 */
function piecesOf(file: Buffer): { header: Buffer; data: Buffer } {
  const headers: Buffer[] = [];
  const data: Buffer[] = [];
  for (let at = PNG_BEGINNING.length; at < file.length;) {
    const [length, type] = [file.readUInt32BE(at), file.toString('latin1', at + 4, at + 8)];
    const piece = file.subarray(at + 8, at + 8 + length);
    if ((type === 'IHDR') !== (at === PNG_BEGINNING.length))
      throw new Error('a header is missing or repeated');
    if (type === 'IHDR') headers.push(piece);
    if (type === 'IDAT') data.push(piece);
    at += 12 + length;
  }
  return { header: headers[0] ?? Buffer.alloc(0), data: Buffer.concat(data) };
}

/** Four channels of 16 bits, and a byte for each line of each of the seven passes of an interlaced picture, padded to a whole one. */
function mostUnpacked({ width, height }: { width: number; height: number }): number {
  return 8 * width * height + 2 * 7 * (height + 7);
}

function jpegOf(file: Buffer): Logo {
  if (scansOf(file) > MOST_JPEG_SCANS) throw damaged();
  const limits = { maxMemoryUsageInMB: JPEG_MEGABYTES, maxResolutionInMP: MOST_PIXELS_A_SIDE ** 2 / 1e6 };
  const { width, height, data } = whole(() => decode(file, { ...limits, tolerantDecoding: false }));
  refuseSize(width, height);
  const { data: bytes } = encode({ width, height, data }, JPEG_QUALITY);
  return { mediaType: 'image/jpeg', width, height, bytes };
}

/** At least as many as it has: two bytes of a profile may look like one. */
function scansOf(file: Buffer): number {
  let scans = 0;
  for (let at = file.indexOf(JPEG_SCAN); at !== -1; at = file.indexOf(JPEG_SCAN, at + 2)) scans += 1;
  return scans;
}

function refuseSize(width: number, height: number): void {
  const [least, most] = [Math.min(width, height), Math.max(width, height)];
  if (least < LEAST_PIXELS_A_SIDE)
    throw new LogoFault(`must be at least ${LEAST_PIXELS_A_SIDE} pixels wide and high`);
  if (most > MOST_PIXELS_A_SIDE)
    throw new LogoFault(`must be at most ${MOST_PIXELS_A_SIDE} pixels wide and high`);
}

function whole<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw damaged();
  }
}

function damaged(): LogoFault {
  return new LogoFault('cannot be read: the file is damaged, or too large when unpacked');
}

function kib(bytes: number): string {
  return `${bytes / 1024} KiB`;
}
