import { randomBytes } from 'node:crypto';
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { keyFromName } from '../records/key-from-name';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { OrganizationsService } from './organizations.service';
import { PracticeFields } from './practice.fields';
import { PRACTICE_WORDS } from './practice-words';

const VIEW = { view: 'settings/new-practice', title: 'Add a practice' } as const;

@Pages('organizations')
export class NewPracticePagesController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get('new')
  @OfPerson()
  new(@CurrentPerson() caller: PersonCaller): Page {
    return new Page(VIEW.view, VIEW.title, shown(caller, NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @OfPerson()
  add(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const id = await this.create(caller, bodyOf(PracticeFields, form));
      return new SeeOther(`/organizations/${id}`, 'added');
    };
    const data = (faults: ShownFaults): object => shown(caller, typedIn(form), faults);
    return submitted(work, { ...VIEW, data, labels: labelsOf(PRACTICE_WORDS) });
  }

  /** Keys are of the whole installation: where a practice of the same name is there, which is nobody else's to know, the key gets an end. */
  private async create(caller: PersonCaller, fields: PracticeFields): Promise<string> {
    const key = keyFromName(fields.name, 'practice');
    try {
      return (await this.organizations.create(caller, { ...fields, key })).id;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'key-taken') throw error;
      const another = `${key.slice(0, 70)}-${randomBytes(3).toString('hex')}`;
      return (await this.organizations.create(caller, { ...fields, key: another })).id;
    }
  }
}

function shown({ secondFactorGiven }: PersonCaller, values: Values, faults: ShownFaults): object {
  const fields = Object.values(fieldViews(PracticeFields, PRACTICE_WORDS, values, faults));
  return { faults, fields, needsFactor: !secondFactorGiven };
}
