// The firm on reports. A firm says once how it is named; each practice sees how, and may want no firm on its reports.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import type { FirmResponse, LetterheadResponse, UpdateLetterheadDto } from './letterhead.dto';
import { firmsIn, letterheadOf, letterheadsOf } from './letterhead.query';
import { LogoFault, logoOf, type Logo } from './logo';
import type { PreparedBy } from './prepared-by';

type Stored = Omit<LetterheadResponse, 'firms'>;

@Injectable()
export class LetterheadsService {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(organizationId: string): Promise<LetterheadResponse> {
    const [own] = await this.tenancy.readOne<Stored>(organizationId, letterheadOf(organizationId));
    if (!own) return notFound();
    return { ...own, firms: await this.firmsIn(organizationId) };
  }

  /**
   * What stands on an assessment that the caller draws up: their firm, where they come in the name of one, it says how it is named, and the practice wants it.
   * @param caller as the guard let them in, so that they do come in its name
   */
  async preparedBy(organizationId: string, { onBehalfOf }: Caller): Promise<PreparedBy | null> {
    if (!onBehalfOf) return null;
    const [practice] = await this.tenancy.readOne<Stored>(organizationId, letterheadOf(organizationId));
    if (!practice?.showsFirms) return null;
    const [firm] = await this.tenancy.readOne<Stored>(onBehalfOf, letterheadOf(onBehalfOf));
    if (!firm?.name) return null;
    const { name, contact, logo } = firm;
    return { name, contact, logo };
  }

  /** @throws DomainError stale-version, request-invalid where the logo is none */
  async update(
    organizationId: string,
    version: number,
    caller: Caller,
    { logo: sent, ...changes }: UpdateLetterheadDto,
  ): Promise<LetterheadResponse> {
    const logo = sent === undefined || sent === null ? sent : judgedLogo(Buffer.from(sent, 'base64'));
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const { text, values } = letterheadOf(organizationId);
      const [current] = await manager.query<Stored[]>(text, values as unknown[]);
      if (!current) return notFound();
      refuseStale(current, version);
      const next = {
        name: changes.name === undefined ? current.name : changes.name,
        contact: changes.contact === undefined ? current.contact : changes.contact,
        showsFirms: changes.showsFirms ?? current.showsFirms,
      };
      const fields = (['name', 'contact', 'showsFirms'] as const).filter(
        (field) => next[field] !== current[field],
      );
      const isLogoChanged = logo !== undefined && (logo !== null || current.logo !== null);
      if (fields.length === 0 && !isLogoChanged) return;
      const now = this.clock.now();
      await write(manager, organizationId, { ...next, version: version + 1, now });
      if (isLogoChanged) await writeLogo(manager, organizationId, logo);
      const data = { version: version + 1, fields: [...fields, ...(isLogoChanged ? ['logo'] : [])].sort() };
      await recordEvents(manager, organizationId, caller, now, [
        { action: 'letterhead.changed', subjectKind: 'organization', subjectId: organizationId, data },
      ]);
    });
    return this.get(organizationId);
  }

  private async firmsIn(organizationId: string): Promise<FirmResponse[]> {
    const firms = await this.tenancy.readOne<{ id: string }>(organizationId, firmsIn(organizationId));
    if (firms.length === 0) return [];
    const ids = firms.map(({ id }) => id);
    return this.tenancy.withOrganizationsRead(ids, async (client) => {
      return (await client.query<FirmResponse>(letterheadsOf(ids))).rows;
    });
  }
}

function judgedLogo(file: Buffer): Logo {
  try {
    return logoOf(file);
  } catch (error) {
    if (!(error instanceof LogoFault)) throw error;
    throw new DomainError('request-invalid', `The logo ${error.message}.`, [
      { pointer: '/logo', code: 'invalid-field', detail: error.message },
    ]);
  }
}

async function write(
  manager: EntityManager,
  organizationId: string,
  {
    name,
    contact,
    showsFirms,
    version,
    now,
  }: Pick<Stored, 'name' | 'contact' | 'showsFirms' | 'version'> & { now: Date },
): Promise<void> {
  await manager.query(
    `insert into letterhead (organization_id, version, name, contact, shows_firms, updated_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id) do update set version = excluded.version, name = excluded.name, contact = excluded.contact,
       shows_firms = excluded.shows_firms, updated_at = excluded.updated_at`,
    [organizationId, version, name, contact, showsFirms, now],
  );
}

async function writeLogo(manager: EntityManager, organizationId: string, logo: Logo | null): Promise<void> {
  await manager.query(
    `update letterhead set logo = $2, logo_type = $3, logo_width = $4, logo_height = $5 where organization_id = $1`,
    [organizationId, logo?.bytes ?? null, logo?.mediaType ?? null, logo?.width ?? null, logo?.height ?? null],
  );
}

function notFound(): never {
  throw new DomainError('not-found', 'There is no organization with this id.');
}
