// The words in which places, assets and the connections between them are told.

export const LOCATION_KINDS = ['office', 'home_office', 'shared_office', 'storage', 'elsewhere'] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

/** Who gets in, from the closest to the most open. */
export const LOCATION_ACCESS = ['locked', 'received', 'open', 'unknown'] as const;
export type LocationAccess = (typeof LOCATION_ACCESS)[number];

/** With whom a place is shared. */
export const SHARED_WITH = ['nobody', 'household', 'other_businesses', 'public', 'unknown'] as const;
export type SharedWith = (typeof SHARED_WITH)[number];

/** What of the surroundings can harm a place (the environmental threats of a risk analysis). */
export const HAZARDS = ['fire', 'flood', 'storm', 'earthquake', 'power_outage', 'extreme_heat'] as const;
export type Hazard = (typeof HAZARDS)[number];

/** Everything that may hold or carry client data and is no AI tool: those are services of the register of tools. */
export const ASSET_KINDS = [
  'laptop',
  'desktop',
  'phone_or_tablet',
  'server',
  'network_equipment',
  'printer_or_copier',
  'software_system',
  'removable_media',
  'paper_records',
  'backup',
  'other_device',
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** Of how many clients, roughly. 500 is where notices of a breach change (45 CFR 164.406, 164.408). */
export const CLIENT_VOLUMES = ['under_100', '100_to_499', '500_or_more', 'unknown'] as const;
export type ClientVolume = (typeof CLIENT_VOLUMES)[number];

/** How an asset left (45 CFR 164.310(d)(2)(i) and (ii)). */
export const DISPOSAL_METHODS = [
  'wiped',
  'destroyed',
  'shredded',
  'returned_to_owner',
  'never_held_client_data',
  'entered_by_mistake',
  'unknown',
] as const;
export type DisposalMethod = (typeof DISPOSAL_METHODS)[number];

export const NETWORKS = [
  'own_cable',
  'own_wifi',
  'shared_wifi',
  'internet',
  'private_tunnel',
  'mobile_network',
  'carried_by_hand',
  'unknown',
] as const;
export type Network = (typeof NETWORKS)[number];
