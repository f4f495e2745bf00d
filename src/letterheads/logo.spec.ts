import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { LogoFault, logoOf, MOST_UPLOADED_BYTES } from './logo';

function png(width: number, height: number): Buffer {
  const picture = new PNG({ width, height });
  picture.data.fill(0x7f);
  return PNG.sync.write(picture);
}

function jpeg(width: number, height: number): Buffer {
  return encode({ width, height, data: Buffer.alloc(width * height * 4, 0x7f) }, 80).data;
}

const faultOf = (file: Buffer): string => {
  try {
    logoOf(file);
  } catch (error) {
    if (error instanceof LogoFault) return error.message;
    throw error;
  }
  return '';
};

describe('a logo', () => {
  it('is a PNG or a JPEG, by its bytes, with its size', () => {
    expect(logoOf(png(120, 40))).toMatchObject({ mediaType: 'image/png', width: 120, height: 40 });
    expect(logoOf(jpeg(64, 48))).toMatchObject({ mediaType: 'image/jpeg', width: 64, height: 48 });
  });

  it('is written anew: what else the file held is gone', () => {
    const { bytes } = logoOf(withComment(jpeg(64, 48), 'taken at home'));
    expect(bytes.includes('taken at home')).toBe(false);
    expect(faultOf(Buffer.concat([png(32, 32), Buffer.from('<script>')]))).toMatch(/cannot be read/);
  });

  it.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /no bytes/],
    [
      'a drawing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      /PNG or JPEG/,
    ],
    ['half a picture', png(200, 200).subarray(0, 60), /cannot be read/],
    ['half a JPEG', jpeg(64, 48).subarray(0, 40), /cannot be read/],
    ['too small', png(8, 40), /at least 16 pixels/],
    ['too many bytes', Buffer.alloc(MOST_UPLOADED_BYTES + 1, 1), /at most 512 KiB/],
  ])('cannot be %s', (_what, file, fault) => {
    expect(faultOf(file)).toMatch(fault);
  });

  it('of more pixels than are taken is not unpacked', () => {
    const file = png(16, 16);
    file.writeUInt32BE(60_000, 16);
    file.writeUInt32BE(60_000, 20);
    expect(faultOf(file)).toMatch(/at most 2000 pixels/);
  });

  it('may be interlaced', () => {
    const lines = deflateSync(Buffer.alloc(1054));
    const file = pngOf([header(16, 16, 1), piece('IDAT', lines), piece('IEND')]);
    expect(logoOf(file)).toMatchObject({ width: 16, height: 16 });
  });

  it('cannot name another size later, or be asked for twice', () => {
    const lines = deflateSync(Buffer.alloc(3000 * 3001));
    const file = pngOf([header(16, 16), header(3000, 3000), piece('IDAT', lines), piece('IEND')]);
    expect(faultOf(file)).toMatch(/cannot be read/);
  });

  it.each([0, 1])('is not unpacked beyond the pixels that it names (interlaced: %d)', (interlaced) => {
    const lines = deflateSync(Buffer.alloc(40_000_000));
    const file = pngOf([header(16, 16, interlaced), piece('IDAT', lines), piece('IEND')]);
    const unpacking = jest.spyOn(PNG.sync, 'read');
    expect(faultOf(file)).toMatch(/cannot be read/);
    expect(unpacking).not.toHaveBeenCalled();
    unpacking.mockRestore();
  });

  it('is not walked over a hundred times', () => {
    expect(logoOf(progressive(12))).toMatchObject({ width: 16, height: 16 });
    expect(faultOf(progressive(100))).toMatch(/cannot be read/);
  });
});

/** A comment of a JPEG, right after its beginning. */
function withComment(file: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([file.subarray(0, 2), marker, comment, file.subarray(2)]);
}

function pngOf(pieces: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...pieces]);
}

function piece(type: string, data = Buffer.alloc(0)): Buffer {
  const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Red, green, blue and opacity, eight bits each. */
function header(width: number, height: number, interlaced = 0): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, interlaced]);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return piece('IHDR', data);
}

/** A JPEG of 16 pixels a side whose scans say nothing: each is a few bytes, and a walk over all pixels. */
function progressive(scans: number): Buffer {
  const segment = (marker: number, ...data: number[]): Buffer =>
    Buffer.from([0xff, marker, 0, data.length + 2, ...data]);
  const quantization = segment(0xdb, 0, ...Array<number>(64).fill(1));
  const frame = segment(0xc2, 8, 0, 16, 0, 16, 1, 1, 0x11, 0);
  const codes = segment(0xc4, 0x10, 1, ...Array<number>(15).fill(0), 0xe0);
  const scan = Buffer.concat([segment(0xda, 1, 1, 0, 1, 63, 0), Buffer.from([0x7f, 0x7e])]);
  const [begin, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
  return Buffer.concat([begin, quantization, frame, codes, ...Array<Buffer>(scans).fill(scan), end]);
}
