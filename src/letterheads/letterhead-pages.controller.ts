// How a firm is named on reports; and in a practice, which firms would be, and whether it wants that.
import { Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { receivedPart } from '../files/received-part';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, typedIn, type FieldView, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { storedBeside } from '../web/stored-beside';
import { bodyOf, submitted, type FormAgain } from '../web/submitted';
import {
  FirmsShown,
  LetterheadText,
  type LetterheadResponse,
  type UpdateLetterheadDto,
} from './letterhead.dto';
import { LetterheadsService } from './letterheads.service';
import { MOST_PIXELS_A_SIDE, MOST_UPLOADED_BYTES } from './logo';

const VIEW = { view: 'settings/letterhead', title: 'Firm on reports' } as const;

const TEXT_WORDS = {
  name: {
    label: 'Name of the firm',
    help: 'As it stands on the cover and at the foot of each page. Empty: no report names the firm.',
  },
  contact: {
    label: 'Contact line',
    help: 'One line: the address of your site, a telephone number, a mail address.',
  },
} as const;

const LABELS = { ...labelsOf(TEXT_WORDS), logo: 'Logo', showsFirms: 'Firms on the reports of this practice' };

@Pages('organizations/:organizationId/settings/letterhead')
export class LetterheadPagesController {
  constructor(private readonly letterheads: LetterheadsService) {}

  @Get()
  @Allows('organization.read')
  async show(@UuidParam('organizationId') id: string): Promise<Page> {
    const stored = await this.letterheads.get(id);
    return new Page(VIEW.view, VIEW.title, shown(stored, storedIn(stored), NO_FAULTS));
  }

  @Post()
  @Allows('letterhead.manage')
  save(
    @UuidParam('organizationId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = (): Promise<SeeOther> =>
      this.changed(id, form.text('version'), caller, () => bodyOf(LetterheadText, form));
    return submitted(work, this.again(id, typedIn(form), form.text('version')));
  }

  @Post('firms')
  @Allows('letterhead.manage')
  choose(
    @UuidParam('organizationId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = (): Promise<SeeOther> =>
      this.changed(id, form.text('version'), caller, () => bodyOf(FirmsShown, form));
    return submitted(work, this.again(id, null));
  }

  @Post('logo')
  @Allows('letterhead.manage')
  receiveLogo(
    @UuidParam('organizationId') id: string,
    @Query('version') version: unknown,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const file = await beginningOf(request);
      return this.changed(id, version, caller, () => ({ logo: file.toString('base64') }));
    };
    return submitted(work, this.again(id, null));
  }

  @Post('logo-removals')
  @Allows('letterhead.manage')
  removeLogo(
    @UuidParam('organizationId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = (): Promise<SeeOther> =>
      this.changed(id, form.text('version'), caller, () => ({ logo: null }));
    return submitted(work, this.again(id, null));
  }

  private async changed(
    id: string,
    version: unknown,
    caller: Caller,
    changes: () => UpdateLetterheadDto,
  ): Promise<SeeOther> {
    await this.letterheads.update(id, Number(version), caller, changes());
    return new SeeOther(`/organizations/${id}/settings/letterhead`, 'saved');
  }

  /** @param typed null where the form holds nothing that could be lost @param read the version that the form was made from */
  private again(id: string, typed: Values | null, read: string | null = null): FormAgain {
    const data = async (faults: ShownFaults): Promise<object> => {
      const stored = await this.letterheads.get(id);
      const wasChanged = read !== null && Number(read) !== stored.version;
      return shown(stored, typed ?? storedIn(stored), faults, wasChanged);
    };
    return { ...VIEW, data, labels: LABELS };
  }
}

/** As much of the file as is needed to judge it: more than is taken is refused by its size. */
async function beginningOf(request: FastifyRequest): Promise<Buffer> {
  const { stream, ended } = await receivedPart(request);
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += (piece as Buffer).length;
    if (bytes <= MOST_UPLOADED_BYTES + 65_536) pieces.push(piece as Buffer);
  }
  await ended;
  return Buffer.concat(pieces);
}

function shown(stored: LetterheadResponse, values: Values, faults: ShownFaults, wasChanged = false): object {
  const { id, version, name, contact, logo, showsFirms, firms } = stored;
  const fields: FieldView[] = Object.values(fieldViews(LetterheadText, TEXT_WORDS, values, faults));
  return {
    ...{ version, name, contact, showsFirms, faults, fields },
    at: `/organizations/${id}/settings/letterhead`,
    logo: logo && pictureOf(logo),
    logoFault: faults.of.logo ?? faults.of.file ?? '',
    mostPixels: MOST_PIXELS_A_SIDE,
    mostKib: MOST_UPLOADED_BYTES / 1024,
    firms: firms.map((firm) => ({ ...firm, logo: firm.logo && pictureOf(firm.logo) })),
    storedNow: wasChanged ? storedBeside(fields, values, storedIn(stored)) : [],
  };
}

function pictureOf({ mediaType, data, width, height }: NonNullable<LetterheadResponse['logo']>): object {
  return { src: `data:${mediaType};base64,${data}`, width, height };
}
