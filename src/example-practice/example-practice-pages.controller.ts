import { Post } from '@nestjs/common';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { ExamplePractices } from './example-practices.service';

@Pages('example-practice')
export class ExamplePracticePagesController {
  constructor(private readonly examples: ExamplePractices) {}

  /** Made where there is none yet: so a form asks for it, not a link. */
  @Post()
  @OfPerson()
  async open(@CurrentPerson() caller: PersonCaller): Promise<SeeOther> {
    return new SeeOther(`/organizations/${await this.examples.open(caller)}`);
  }
}
