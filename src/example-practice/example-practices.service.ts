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
import { reachedBySession, type Reached } from '../identity/reach.query';
import { Standings } from '../identity/standings.service';
import { OrganizationsService } from '../organizations/organizations.service';
import { ReportsService } from '../reports/reports.service';
import { EXAMPLE_DAYS } from './close-example';
import { whatIsThere, type WhatIsThere } from './example-practice.query';

const DOSSIER = join(PROJECT_ROOT, 'examples', 'practice.yaml');
const KEY = 'example-practice';

/** Made up, as everything in the example. */
const OWNER = { name: 'Alex Example', role: 'Owner' };
const CONSULTANT = { name: 'Robin Example', role: 'Consultant' };

@Injectable()
export class ExamplePractices {
  /** by person: whoever asks again meanwhile waits for what is being made */
  private readonly opening = new Map<string, Promise<string>>();

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
    const running = this.opening.get(caller.id);
    if (running) return running;
    const opened = this.opened(caller).finally(() => this.opening.delete(caller.id));
    this.opening.set(caller.id, opened);
    return opened;
  }

  private async opened(caller: PersonCaller): Promise<string> {
    const reached = await this.tenancy.withoutOrganization<Reached>(
      reachedBySession(caller, this.clock.now()),
    );
    const id = exampleAmong(reached) ?? (await this.make(caller));
    await this.furnish(id, caller);
    return id;
  }

  /** Whoever looks around reads, and nobody owns it: an owner of several practices would have to give a second factor. */
  private async make(caller: PersonCaller): Promise<string> {
    const id = uuidv7();
    const { practice } = readExample();
    const now = this.clock.now();
    const today = dateInTimeZone(now, practice.timeZone);
    const visitor = { role: 'auditor', endsOn: addDays(today, EXAMPLE_DAYS) } as const;
    const made = await this.tenancy.withOrganizationWrite(id, async (manager) => {
      // Another process may be making it: who comes second takes what the first has made.
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `example of ${caller.id}`,
      ]);
      const { text, values } = reachedBySession(caller, now);
      const there = exampleAmong(await manager.query<Reached[]>(text, values as unknown[]));
      if (there) return there;
      await this.organizations.add(manager, id, caller, profileOf(practice), { ...visitor, isExample: true });
      return id;
    });
    this.standings.forgetAll();
    return made;
  }

  private async furnish(id: string, caller: PersonCaller): Promise<void> {
    const [there] = await this.tenancy.readOne<WhatIsThere>(id, whatIsThere(id));
    if (!there?.hasTools) {
      const example = readExample();
      await this.dossiers.import(id, caller, { ...example, practice: profileOf(example.practice) }, true);
    }
    const isSealed = there?.assessment?.status === 'sealed';
    if (!isSealed || !there.hasReport) await this.assess(id, caller, there?.assessment ?? null);
  }

  /** @param begun as far as it has come; null where there is none yet */
  private async assess(id: string, caller: PersonCaller, begun: WhatIsThere['assessment']): Promise<void> {
    let at = begun ?? (await this.assessments.create(id, caller, { assessor: CONSULTANT }));
    if (at.status === 'draft')
      at = await this.assessments.review(id, at.id, at.version, caller, {
        ...{
          ...CONSULTANT,
          statement: 'I have read this assessment and compared its facts with the records.',
        },
      });
    if (at.status === 'reviewed')
      at = await this.assessments.seal(id, at.id, at.version, caller, {
        ...{ ...OWNER, statement: 'I have read this assessment, and its facts are true to my knowledge.' },
      });
    const pdf = { kind: 'security-risk-assessment', service: null, format: 'pdf' } as const;
    await this.reports.request(id, at.id, pdf, caller);
  }
}

function exampleAmong(reached: readonly Reached[]): string | null {
  return reached.find(({ isExample, closed }) => isExample && !closed)?.id ?? null;
}

function readExample(): Dossier {
  return readDossier(readFileSync(DOSSIER));
}

function profileOf({ name, ...practice }: Dossier['practice']): Dossier['practice'] {
  return { ...practice, key: KEY, name: `Example: ${name}` };
}
