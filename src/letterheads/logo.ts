// The logo of a firm: a PNG or JPEG by its bytes, read to its last pixel and written anew. What goes on is never the file as it came, so it carries no
// text, place or program of it; drawings (SVG) are not taken, since they can hold all of that.
import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';

export const MOST_UPLOADED_BYTES = 512 * 1024;
/** as it is kept: every report of the firm carries it */
export const MOST_KEPT_BYTES = 128 * 1024;
export const MOST_PIXELS_A_SIDE = 2000;
const LEAST_PIXELS_A_SIDE = 16;
const JPEG_QUALITY = 85;
const JPEG_MEGABYTES = 64;

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
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') throw damaged();
  refuseSize(file.readUInt32BE(16), file.readUInt32BE(20));
  const { width, height, data } = whole(() => PNG.sync.read(file));
  const bytes = PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), { deflateLevel: 9 });
  return { mediaType: 'image/png', width, height, bytes };
}

function jpegOf(file: Buffer): Logo {
  const limits = { maxMemoryUsageInMB: JPEG_MEGABYTES, maxResolutionInMP: MOST_PIXELS_A_SIDE ** 2 / 1e6 };
  const { width, height, data } = whole(() => decode(file, { ...limits, tolerantDecoding: false }));
  refuseSize(width, height);
  const { data: bytes } = encode({ width, height, data }, JPEG_QUALITY);
  return { mediaType: 'image/jpeg', width, height, bytes };
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
