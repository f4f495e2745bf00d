// Small ZIP archives that look like Office documents, written by hand so that a test can lie in them.
import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  name: string;
  packed: Buffer;
  unpackedBytes: number;
  checksum: number;
}

function entry(name: string, bytes: Buffer): Entry {
  return { name, packed: deflateRawSync(bytes), unpackedBytes: bytes.length, checksum: crc32(bytes) };
}

/**
 * @param document false: an archive with a text in it, no document
 * @param bombMegabytes zeros that pack to a thousandth
 */
export function officeArchive({ document = true, bombMegabytes = 0 } = {}): Buffer {
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const entries = document
    ? [
        entry('[Content_Types].xml', Buffer.from(types)),
        entry('word/document.xml', Buffer.from('<w:document/>')),
      ]
    : [entry('readme.txt', Buffer.from('no document'))];
  if (bombMegabytes > 0)
    entries.push(entry('word/media/image1.bmp', Buffer.alloc(bombMegabytes * 1024 * 1024)));
  return zipped(entries);
}

function zipped(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, unpackedBytes, checksum } of entries) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version needed
    fields.writeUInt16LE(8, 4); // deflated
    fields.writeUInt32LE(checksum, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(unpackedBytes, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
