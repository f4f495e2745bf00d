// The three forms of the inventory: about a place, an asset, a connection. The same form adds and changes.
import type { Type } from '@nestjs/common';
import { AssetConnectionFields } from '../assets/asset-connection.fields';
import { ASSET_CONNECTION } from '../assets/asset-connection.record';
import { AssetFields, DisposalFields } from '../assets/asset.fields';
import { ASSET } from '../assets/asset.record';
import { connectionName } from '../assets/inventory-names';
import { LocationFields } from '../assets/location.fields';
import { LOCATION } from '../assets/location.record';
import type { Constructor } from '../common/fields';
import type { FormBody } from '../common/http/form-body';
import type { RecordKind } from '../records/record-kind';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import type { AssetFactsRow, Stored } from './asset-facts.query';
import {
  ASSET_DATA_WORDS,
  ASSET_EXCLUSION_WORDS,
  ASSET_PROTECTION_WORDS,
  ASSET_WHAT_WORDS,
  CONNECTION_WORDS,
  DISPOSAL_FORM_WORDS,
  LOCATION_END_WORDS,
  LOCATION_WORDS,
  WAY_WORDS,
} from './asset-form-words';

export const INVENTORY_FORMS = ['places', 'things', 'connections'] as const;
export type InventoryForm = (typeof INVENTORY_FORMS)[number];

interface FormOf {
  kind: RecordKind;
  fields: Type<object> & Constructor;
  parts: readonly FormPart[];
  one: string;
  lead: string;
  records: (facts: AssetFactsRow) => readonly Stored<{ key: string }>[];
}

export const FORM_OF: Readonly<Record<InventoryForm, FormOf>> = {
  places: {
    kind: LOCATION,
    fields: LocationFields,
    parts: [
      {
        title: 'The place',
        words: LOCATION_WORDS,
        none: { hazards: 'Nothing in particular: somebody looked' },
      },
      { title: 'No longer used, or left out', isFolded: true, words: LOCATION_END_WORDS },
    ],
    one: 'a place',
    lead: 'A risk analysis asks who gets in, and what could harm what is there. It needs no address.',
    records: ({ locations }) => locations,
  },
  things: {
    kind: ASSET,
    fields: AssetFields,
    parts: [
      { title: 'What it is', words: ASSET_WHAT_WORDS },
      { title: 'Client data', words: ASSET_DATA_WORDS },
      {
        title: 'How it is protected',
        help: 'Leave out what makes no sense for it: paper has no screen.',
        words: ASSET_PROTECTION_WORDS,
      },
      {
        title: 'It left the practice',
        help: 'Sold, given away, destroyed. Leave it empty while it is in use.',
        isFolded: true,
        within: [{ at: 'disposal/', type: DisposalFields, words: DISPOSAL_FORM_WORDS }],
      },
      { title: 'Left out of the analysis', isFolded: true, words: ASSET_EXCLUSION_WORDS },
    ],
    one: 'a device, system or paper file',
    lead: 'Everything that client data is made, kept, opened or sent with belongs on the list. Leave open what you do not know: it becomes a task.',
    records: ({ assets }) => assets,
  },
  connections: {
    kind: ASSET_CONNECTION,
    fields: AssetConnectionFields,
    parts: [
      { title: 'From and to', help: 'Choose one end only.', words: CONNECTION_WORDS },
      { title: 'The way', words: WAY_WORDS },
    ],
    one: 'a connection',
    lead: 'How things on your list reach each other, and from which devices a tool is used.',
    records: ({ assetConnections }) => assetConnections,
  },
};

function partedForm(what: InventoryForm, facts: AssetFactsRow): PartedForm {
  const { fields, parts } = FORM_OF[what];
  const { locations, assets, services, vendors, evidence } = facts;
  const choices = {
    ...{ location: locations, hostedBy: vendors, backedUpTo: assets, evidenceKey: evidence },
    ...{ from: assets, toAsset: assets, toLocation: locations, toService: services },
  };
  return { type: fields, parts, choices };
}

/** @param record to change; null for a new one */
export function inventoryForm(
  at: string,
  what: InventoryForm,
  facts: AssetFactsRow,
  record: Stored<{ key: string }> | null,
): RecordForm {
  const { one, lead, parts } = FORM_OF[what];
  const form = partedForm(what, facts);
  return {
    title: record ? `Change ${one}` : `Add ${one}`,
    lead,
    back: { href: at, label: 'Assets' },
    action: record ? `${at}/${what}/${record.id}` : `${at}/${what}`,
    button: record ? 'Save' : 'Add it',
    labels: labelsOfParts(parts),
    sections: (values, faults) => sectionsOf(form, values, faults),
  };
}

/** What the names of the form do not say by themselves. */
export function inventoryBeside(
  what: InventoryForm,
  sent: FormBody,
  facts: AssetFactsRow,
): Record<string, unknown> {
  return besideOf(partedForm(what, facts), sent);
}

/** Words from which the key of a new record is made. */
export function keyWordsOf(what: InventoryForm, fields: object, facts: AssetFactsRow): string {
  if (what !== 'connections') return (fields as { name: string }).name;
  return connectionName(facts, { ...(fields as AssetConnectionFields), key: '' });
}
