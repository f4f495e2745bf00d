// Styles, scripts and fonts of the pages: read once, named by their digest, kept by browsers for a year. All of them come with the install.
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { VIEWS_FOLDER } from './views';

export interface Asset {
  type: string;
  bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const FONTS = [
  ...[
    'source-sans-3/files/source-sans-3-latin-400-normal.woff2',
    'source-sans-3/files/source-sans-3-latin-400-italic.woff2',
  ],
  ...[
    'source-sans-3/files/source-sans-3-latin-600-normal.woff2',
    'source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  ],
];
const HTMX = 'htmx.org/dist/htmx.min.js';

@Injectable()
export class Assets {
  private readonly byName = new Map<string, Asset>();
  private readonly names = new Map<string, string>();

  constructor() {
    const resolved = (path: string): string => require.resolve(path);
    for (const font of FONTS)
      this.add(font.split('/').at(-1) as string, readFileSync(resolved(`@fontsource/${font}`)));
    this.add('htmx.js', readFileSync(resolved(HTMX)));
    const folder = join(VIEWS_FOLDER, 'assets');
    // Styles name fonts and images: those first.
    const own = readdirSync(folder).sort(
      (left, right) => Number(left.endsWith('.css')) - Number(right.endsWith('.css')),
    );
    for (const file of own) this.add(file, this.withAddresses(file, readFileSync(join(folder, file))));
  }

  /** Where a browser finds it. @throws Error when there is no such file */
  address(file: string): string {
    const name = this.names.get(file);
    if (!name) throw new Error(`there is no asset ${file}`);
    return `/assets/${name}`;
  }

  /** @param name with the digest */
  get(name: string): Asset | undefined {
    return this.byName.get(name);
  }

  private add(file: string, bytes: Buffer): void {
    const extension = extname(file);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const name = `${file.slice(0, -extension.length)}.${digest}${extension}`;
    this.names.set(file, name);
    this.byName.set(name, { bytes, type: TYPES[extension] ?? 'application/octet-stream' });
  }

  private withAddresses(file: string, bytes: Buffer): Buffer {
    if (!file.endsWith('.css')) return bytes;
    const text = bytes.toString('utf8').replaceAll(/url\('?asset:([^')]+)'?\)/g, (_whole, named: string) => {
      return `url('${this.address(named)}')`;
    });
    return Buffer.from(text);
  }
}
