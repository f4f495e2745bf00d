// Pages for the entries of a list within the record of a tool: companies behind it, providers of models, connected systems. Each entry has a form of
// its own; what is stored is the record of the tool, by its version. A list that is not there means that nobody has asked yet; an empty one, that
// there are none.
import { Get, Inject, Param, Post, type Type } from '@nestjs/common';
import type { Constructor } from '../../common/fields';
import { Form, type FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { keyFromName } from '../../records/key-from-name';
import type { RecordRow } from '../../records/record-kind';
import { RecordsService } from '../../records/records.service';
import { fieldViews, labelsOf, NOTHING_TYPED, storedIn, type FieldWords } from '../../web/form-view';
import { SeeOther, type Page } from '../../web/page';
import { sentForm, shownForm, type RecordForm, type StoredRecord } from '../../web/record-form';
import { bodyOf } from '../../web/submitted';
import { SERVICE } from '../service.record';
import { addressOfTool } from '../tool-of-page.query';

interface Entry {
  key: string;
  name: string;
}

export interface CompanyPages {
  /** the list in the record of the tool, and where its pages are */
  list: 'subcontractors' | 'modelProviders' | 'integrations';
  path: string;
  type: Type<Entry> & Constructor;
  words: Readonly<Record<string, FieldWords>>;
  /** "a company behind the tool" */
  noun: string;
  lead: string;
}

/** For a controller at `organizations/:organizationId/services/:serviceId/<path>`. */
export function companyPages({ list, path, type, words, noun, lead }: CompanyPages): Type<object> {
  class CompanyPagesController {
    @Inject(RecordsService)
    readonly records: RecordsService;

    @Get('new')
    @Allows('records.write')
    async blank(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
    ): Promise<Page> {
      return shownForm(formOf(organizationId, await this.tool(organizationId, serviceId), null), null);
    }

    @Post()
    @Allows('records.write')
    async add(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
    ): Promise<Page | SeeOther> {
      const tool = await this.tool(organizationId, serviceId);
      return sentForm(formOf(organizationId, tool, null), sent, async () => {
        const entries = entriesOf(tool);
        const key = freeKey(sent.text('name'), entries);
        const entry = bodyOf(type, sent, { key });
        await this.keep(organizationId, caller, tool, [...entries, entry]);
        return new SeeOther(addressOfTool(organizationId, tool.id), 'added');
      });
    }

    /** Somebody asked, and there are none: another thing than not knowing. */
    @Post('list/none')
    @Allows('records.write')
    async none(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @CurrentCaller() caller: Caller,
    ): Promise<SeeOther> {
      const tool = await this.tool(organizationId, serviceId);
      if (entriesOf(tool).length === 0) await this.keep(organizationId, caller, tool, []);
      return new SeeOther(addressOfTool(organizationId, tool.id), 'saved');
    }

    @Get(':key/edit')
    @Allows('records.write')
    async edit(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @Param('key') key: string,
    ): Promise<Page> {
      const tool = await this.tool(organizationId, serviceId);
      return shownForm(formOf(organizationId, tool, entryOf(tool, key)), stored(tool, key));
    }

    @Post(':key')
    @Allows('records.write')
    async change(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @Param('key') key: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
    ): Promise<Page | SeeOther> {
      const tool = await this.tool(organizationId, serviceId);
      const before = entryOf(tool, key);
      const work = async (version: number): Promise<SeeOther> => {
        const kept = bodyOf(type, sent, { ...unasked(before), key });
        const entries = entriesOf(tool).map((one) => (one.key === key ? kept : one));
        await this.keep(organizationId, caller, { ...tool, version }, entries);
        return new SeeOther(addressOfTool(organizationId, tool.id), 'saved');
      };
      return sentForm(formOf(organizationId, tool, before), sent, work, async () =>
        stored(await this.tool(organizationId, serviceId), key),
      );
    }

    @Get(':key/removal')
    @Allows('records.write')
    async askRemoval(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @Param('key') key: string,
    ): Promise<Page> {
      const tool = await this.tool(organizationId, serviceId);
      return shownForm(removalOf(organizationId, tool, entryOf(tool, key)), null);
    }

    /** Of the last one nobody knows afterwards whether there are others: the list is not there then, rather than empty. */
    @Post(':key/removal')
    @Allows('records.write')
    async remove(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @Param('key') key: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
    ): Promise<Page | SeeOther> {
      const tool = await this.tool(organizationId, serviceId);
      const form = removalOf(organizationId, tool, entryOf(tool, key));
      return sentForm(form, sent, async () => {
        const left = entriesOf(tool).filter((one) => one.key !== key);
        await this.keep(organizationId, caller, tool, left.length > 0 ? left : null);
        return new SeeOther(addressOfTool(organizationId, tool.id), 'removed');
      });
    }

    private tool(organizationId: string, serviceId: string): Promise<RecordRow> {
      return this.records.get(SERVICE, organizationId, serviceId);
    }

    private async keep(
      organizationId: string,
      caller: Caller,
      { id, version }: Pick<RecordRow, 'id' | 'version'>,
      entries: readonly object[] | null,
    ): Promise<void> {
      await this.records.update(SERVICE, organizationId, caller, { id, version }, { [list]: entries });
    }
  }

  function formOf(organizationId: string, tool: RecordRow, entry: Entry | null): RecordForm {
    const at = addressOfTool(organizationId, tool.id);
    return {
      title: entry ? `Change ${noun}` : `Add ${noun}`,
      lead,
      back: { href: at, label: String(tool.name) },
      action: entry ? `${at}/${path}/${entry.key}` : `${at}/${path}`,
      button: entry ? 'Save' : 'Add it',
      labels: labelsOf(words),
      sections: (values, faults) => [
        {
          title: '',
          help: '',
          fields: Object.values(fieldViews(type, words, values, faults)),
          isFolded: false,
        },
      ],
    };
  }

  function removalOf(organizationId: string, tool: RecordRow, { key, name }: Entry): RecordForm {
    const at = addressOfTool(organizationId, tool.id);
    return {
      title: `Take ${name} off the list`,
      lead: `Do it when ${name} has no part in ${String(tool.name)} any more, or never had. The history keeps that it was there.`,
      back: { href: at, label: String(tool.name) },
      action: `${at}/${path}/${key}/removal`,
      button: 'Take it off the list',
      labels: {},
      sections: () => [],
    };
  }

  function entriesOf(tool: RecordRow): Entry[] {
    return (tool[list] ?? []) as Entry[];
  }

  function entryOf(tool: RecordRow, key: string): Entry {
    const entry = entriesOf(tool).find((one) => one.key === key);
    if (!entry) throw new DomainError('not-found', 'There is none with this key on the list of this tool.');
    return entry;
  }

  /** Gone meanwhile: nothing is stored. */
  function stored(tool: RecordRow, key: string): StoredRecord {
    const entry = entriesOf(tool).find((one) => one.key === key);
    return { version: tool.version, values: entry ? storedIn(entry) : NOTHING_TYPED };
  }

  /** What the form does not ask stays as it was. */
  function unasked(entry: Entry): object {
    return Object.fromEntries(Object.entries(entry).filter(([name]) => !(name in words)));
  }

  return CompanyPagesController;
}

function freeKey(name: string, entries: readonly Entry[]): string {
  const wanted = keyFromName(name, 'company').slice(0, 70).replace(/-+$/, '');
  const isTaken = (key: string): boolean => entries.some((one) => one.key === key);
  let key = wanted;
  for (let number = 2; isTaken(key); number += 1) key = `${wanted}-${number}`;
  return key;
}
