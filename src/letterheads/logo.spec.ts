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
});

/** A comment of a JPEG, right after its beginning. */
function withComment(file: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([file.subarray(0, 2), marker, comment, file.subarray(2)]);
}
