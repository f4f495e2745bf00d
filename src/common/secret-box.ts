// Small secrets that have to be read again (the seed of a code generator, the secret of a client), encrypted before they are stored: whoever gets
// hold of the database alone cannot use them. The format is age (age-encryption.org/v1); the key is a file of the data folder.
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

export const SECRET_BOX = Symbol('SecretBox');

export class SecretBox {
  /** @param identity the installation's age identity (AGE-SECRET-KEY-1...) */
  constructor(private readonly identity: string) {}

  async close(secret: string): Promise<Buffer> {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(this.identity));
    return Buffer.from(await encrypter.encrypt(secret));
  }

  async open(closed: Buffer): Promise<string> {
    const decrypter = new Decrypter();
    decrypter.addIdentity(this.identity);
    return decrypter.decrypt(closed, 'text');
  }
}
