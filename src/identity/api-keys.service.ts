import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { digestOfApiKey, newApiKey } from './api-key';

/** For how long a digest that was found is trusted without asking again: a revoked key may work that much longer. */
const TRUSTED_MILLISECONDS = 5_000;
const MOST_REMEMBERED = 1_000;

@Injectable()
export class ApiKeysService {
  private readonly remembered = new Map<string, { id: string; until: number }>();

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Id of the key; null when it is unknown or revoked. At once, without a promise, while it is remembered. */
  authenticate(key: string): string | null | Promise<string | null> {
    const digest = digestOfApiKey(key);
    if (!digest) return null;
    const now = this.clock.now().getTime();
    const known = this.remembered.get(digest);
    return known && known.until > now ? known.id : this.lookUpAndRemember(digest, now);
  }

  /** Makes the installation's first key. @returns the key, to be shown once; null when there is one already */
  async createBootstrapKey(): Promise<string | null> {
    const key = newApiKey();
    const [row] = await this.tenancy.withoutOrganization<{ added: boolean }>({
      text: 'select add_first_api_key($1, $2, $3) as added',
      values: [uuidv7(), digestOfApiKey(key), 'bootstrap'],
    });
    return row?.added ? key : null;
  }

  private async lookUpAndRemember(digest: string, now: number): Promise<string | null> {
    const id = await this.lookUp(digest);
    if (id) this.remember(digest, id, now);
    else this.remembered.delete(digest);
    return id;
  }

  private async lookUp(digest: string): Promise<string | null> {
    const [row] = await this.tenancy.withoutOrganization<{ id: string | null }>({
      name: 'authenticate-api-key',
      text: 'select authenticate_api_key($1) as id',
      values: [digest],
    });
    return row?.id ?? null;
  }

  private remember(digest: string, id: string, now: number): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(digest, { id, until: now + TRUSTED_MILLISECONDS });
  }
}
