// Where the bytes of uploaded files lie: encrypted in the data folder, in the age format (age-encryption.org/v1). Every file has a key
// of its own, kept in its row and itself encrypted to the key of the installation (vault-key.ts). Destroying a row's key makes
// the file unreadable for good, wherever copies of it lie.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { syncFolder } from '../common/secret-file';
import { asWebStream } from '../common/web-stream';

export const FILE_VAULT = Symbol('FileVault');

/** A file that is written and not yet kept: keep it under its name, or discard it. */
export interface WrittenFile {
  /** the file's own key, encrypted to the installation's */
  wrappedKey: Buffer;
  /** the plain bytes once more, to look into what has to be whole to be judged */
  read(): Promise<Readable>;
  keep(): Promise<void>;
  discard(): Promise<void>;
}

const DRAFT = '.part';

export class FileVault {
  /**
   * @param folder holds a folder per organization with a file per id
   * @param identity the installation's age identity (AGE-SECRET-KEY-1...)
   */
  constructor(
    private readonly folder: string,
    private readonly identity: string,
  ) {}

  /** Encrypts a stream to disk as it comes. What it wrote of a stream that fails is removed. */
  async write(organizationId: string, id: string, plain: Readable): Promise<WrittenFile> {
    const path = this.pathOf(organizationId, id);
    const draft = `${path}${DRAFT}`;
    const key = await generateX25519Identity();
    const wrappedKey = await encryptSmall(await identityToRecipient(this.identity), key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(key));
      // An upload that is cut off keeps its own error this way.
      const sent = Readable.toWeb(plain) as globalThis.ReadableStream<Uint8Array>;
      const encrypted = await encrypter.encrypt(sent);
      await pipeline(
        Readable.fromWeb(encrypted as ReadableStream<Uint8Array>),
        createWriteStream(draft, { flags: 'wx', mode: 0o600 }),
      );
      await syncFile(draft);
    } catch (error) {
      plain.destroy();
      await rm(draft, { force: true });
      throw error;
    }
    return {
      wrappedKey,
      read: () => decrypted(draft, key),
      keep: async () => {
        await rename(draft, path);
        syncFolder(dirname(path));
      },
      discard: async () => {
        await rm(draft, { force: true });
        await rm(path, { force: true });
      },
    };
  }

  /** The plain bytes, a piece at a time; each piece is authenticated before it is given out. */
  async read(organizationId: string, id: string, wrappedKey: Buffer): Promise<Readable> {
    return decrypted(this.pathOf(organizationId, id), await decryptSmall(this.identity, wrappedKey));
  }

  async remove(organizationId: string, id: string): Promise<void> {
    await rm(this.pathOf(organizationId, id), { force: true });
  }

  /** All that an organization has here. */
  async removeOrganization(organizationId: string): Promise<void> {
    await rm(join(this.folder, organizationId), { recursive: true, force: true });
  }

  /** Organizations that have files here. */
  organizations(): Promise<string[]> {
    return namesIn(this.folder);
  }

  /** Ids of an organization's files that have lain here since before `moment`, drafts among them. */
  async idsOlderThan(organizationId: string, moment: Date): Promise<string[]> {
    const folder = join(this.folder, organizationId);
    const names = await namesIn(folder);
    const old = await Promise.all(
      names.map(async (name) => {
        const { mtime } = await stat(join(folder, name));
        return mtime < moment ? [name.replace(DRAFT, '')] : [];
      }),
    );
    return [...new Set(old.flat())];
  }

  async removeWithDraft(organizationId: string, id: string): Promise<void> {
    await this.remove(organizationId, id);
    await rm(`${this.pathOf(organizationId, id)}${DRAFT}`, { force: true });
  }

  private pathOf(organizationId: string, id: string): string {
    return join(this.folder, organizationId, id);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function decrypted(path: string, key: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  return Readable.fromWeb(
    (await decrypter.decrypt(asWebStream(createReadStream(path)))) as ReadableStream<Uint8Array>,
  );
}

async function encryptSmall(recipient: string, text: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(text));
}

async function decryptSmall(identity: string, bytes: Buffer): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes, 'text');
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
