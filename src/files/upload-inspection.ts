// Looks at a file as it passes by: how long it is, its SHA-256, how it begins, and whether all of it is text.
import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** As much as the signatures of file types need. */
const BEGINNING_BYTES = 4_100;

// Controls that no text file of evidence holds; tab, line feed, form feed and carriage return it may.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

export class UploadInspection extends Transform {
  bytes = 0;
  beginning = Buffer.alloc(0);
  private readonly hash = createHash('sha256');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private stillText = true;
  private finalDigest: string | null = null;

  /** `sha256:` and 64 hex digits. Only once the stream has ended. */
  get digest(): string {
    this.finalDigest ??= `sha256:${this.hash.digest('hex')}`;
    return this.finalDigest;
  }

  /** UTF-8 throughout, without control characters. Only once the stream has ended. */
  get isText(): boolean {
    return this.stillText;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (this.beginning.length < BEGINNING_BYTES) {
      this.beginning = Buffer.concat([this.beginning, chunk]).subarray(0, BEGINNING_BYTES);
    }
    this.readAsText(chunk, true);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.readAsText(Buffer.alloc(0), false);
    done();
  }

  private readAsText(chunk: Buffer, stream: boolean): void {
    if (!this.stillText) return;
    try {
      this.stillText = !CONTROLS.test(this.decoder.decode(chunk, { stream }));
    } catch {
      this.stillText = false;
    }
  }
}
