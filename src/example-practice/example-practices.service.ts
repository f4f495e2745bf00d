// A made-up practice to look around in: the example that comes with Duecare, with an assessment that is sealed and printed. Each person has one of their
// own, reads it and changes nothing, for thirty days.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AssessmentsService } from '../assessments/assessments.service';
import { addDays, dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { PROJECT_ROOT } from '../common/project-root';
import { Tenancy } from '../database/tenancy';
import type { Dossier } from '../dossiers/dossier.document';
import { DossiersService } from '../dossiers/dossiers.service';
import { readDossier } from '../dossiers/read-dossier';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { OrganizationsService } from '../organizations/organizations.service';
import { ReportsService } from '../reports/reports.service';
import { EXAMPLE_DAYS } from './close-example';
import { exampleOf, whatIsThere, type WhatIsThere } from './example-practice.query';

const DOSSIER = join(PROJECT_ROOT, 'examples', 'practice.yaml');
const KEY = 'example-practice';

/** Made up, as everything in the example. */
const OWNER = { name: 'Alex Example', role: 'Owner' };
const CONSULTANT = { name: 'Robin Example', role: 'Consultant' };

@Injectable()
export class ExamplePractices {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly organizations: OrganizationsService,
    private readonly dossiers: DossiersService,
    private readonly assessments: AssessmentsService,
    private readonly reports: ReportsService,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The person's own example, made at the first call. One that was left half made, by a process that died, is finished.
   * @returns its id
   */
  async open(caller: PersonCaller): Promise<string> {
    const known = await this.known(caller);
    const id = known ?? (await this.make(caller));
    await this.furnish(id, caller);
    return id;
  }

  private async known({ sessionId }: PersonCaller): Promise<string | null> {
    const rows = await this.tenancy.withoutOrganization<{ id: string }>({
      name: 'organizations-of-visitor',
      text: `select o.organization_id as id from organizations_of_session($1, $2) o where o.role = 'auditor'`,
      values: [sessionId, this.clock.now()],
    });
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return null;
    const [example] = await this.tenancy.withOrganizationsRead(ids, async (client) => {
      return (await client.query<{ id: string }>(exampleOf(ids))).rows;
    });
    return example?.id ?? null;
  }

  /** Whoever looks around reads, and nobody owns it: an owner of several practices would have to give a second factor. */
  private async make(caller: PersonCaller): Promise<string> {
    const id = uuidv7();
    const { practice } = readExample();
    const today = dateInTimeZone(this.clock.now(), practice.timeZone);
    const visitor = { role: 'auditor', endsOn: addDays(today, EXAMPLE_DAYS) } as const;
    await this.tenancy.withOrganizationWrite(id, (manager) =>
      this.organizations.add(manager, id, caller, profileOf(practice), { ...visitor, isExample: true }),
    );
    this.standings.forgetAll();
    return id;
  }

  private async furnish(id: string, caller: PersonCaller): Promise<void> {
    const [there] = await this.tenancy.readOne<WhatIsThere>(id, whatIsThere(id));
    if (!there?.hasTools) {
      const example = readExample();
      await this.dossiers.import(id, caller, { ...example, practice: profileOf(example.practice) });
    }
    if (!there?.hasAssessment) await this.assess(id, caller);
  }

  private async assess(id: string, caller: PersonCaller): Promise<void> {
    const draft = await this.assessments.create(id, caller, { assessor: CONSULTANT });
    const reviewed = await this.assessments.review(id, draft.id, draft.version, caller, {
      ...{ ...CONSULTANT, statement: 'I have read this assessment and compared its facts with the records.' },
    });
    await this.assessments.seal(id, draft.id, reviewed.version, caller, {
      ...{ ...OWNER, statement: 'I have read this assessment, and its facts are true to my knowledge.' },
    });
    const pdf = { kind: 'security-risk-assessment', service: null, format: 'pdf' } as const;
    await this.reports.request(id, draft.id, pdf, caller);
  }
}

function readExample(): Dossier {
  return readDossier(readFileSync(DOSSIER));
}

function profileOf({ name, ...practice }: Dossier['practice']): Dossier['practice'] {
  return { ...practice, key: KEY, name: `Example: ${name}` };
}
