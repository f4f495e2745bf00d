// How places, assets and connections are told to people: on pages and in reports.
import type {
  AssetKind,
  ClientVolume,
  DisposalMethod,
  Hazard,
  LocationAccess,
  LocationKind,
  Network,
  SharedWith,
} from './asset-words';

export const LOCATION_KIND_WORDS: Readonly<Record<LocationKind, string>> = {
  office: 'Office',
  home_office: 'Home office',
  shared_office: 'Room in a shared office',
  storage: 'Storage',
  elsewhere: 'Elsewhere',
};

export const ACCESS_WORDS: Readonly<Record<LocationAccess, string>> = {
  locked: 'Locked; only those who belong there get in',
  received: 'Others get in once somebody has received them',
  open: 'Anybody gets in',
  unknown: 'Who gets in is not known',
};

export const SHARED_WITH_WORDS: Readonly<Record<SharedWith, string>> = {
  nobody: 'Shared with nobody',
  household: 'Shared with a household',
  other_businesses: 'Shared with other businesses',
  public: 'Open to the public',
  unknown: 'Not known with whom it is shared',
};

export const HAZARD_WORDS: Readonly<Record<Hazard, string>> = {
  fire: 'fire',
  flood: 'flood',
  storm: 'storm',
  earthquake: 'earthquake',
  power_outage: 'power outages',
  extreme_heat: 'great heat',
};

export const ASSET_KIND_WORDS: Readonly<Record<AssetKind, string>> = {
  laptop: 'Laptop',
  desktop: 'Desktop computer',
  phone_or_tablet: 'Phone or tablet',
  server: 'Server',
  network_equipment: 'Network equipment',
  printer_or_copier: 'Printer or copier',
  software_system: 'Software system',
  removable_media: 'Recorder, stick or disk',
  paper_records: 'Paper',
  backup: 'Backup',
  other_device: 'Other device',
};

export const VOLUME_WORDS: Readonly<Record<ClientVolume, string>> = {
  under_100: 'fewer than 100 clients',
  '100_to_499': '100 to 499 clients',
  '500_or_more': '500 clients or more',
  unknown: 'of how many clients is not known',
};

export const DISPOSAL_WORDS: Readonly<Record<DisposalMethod, string>> = {
  wiped: 'Wiped',
  destroyed: 'Destroyed',
  shredded: 'Shredded',
  returned_to_owner: 'Given back to its owner, wiped',
  never_held_client_data: 'It never held client data',
  entered_by_mistake: 'Entered by mistake',
  unknown: 'What was done is not known',
};

export const NETWORK_WORDS: Readonly<Record<Network, string>> = {
  own_cable: 'Cable of the practice',
  own_wifi: 'Wi-Fi of the practice',
  shared_wifi: 'Wi-Fi shared with others',
  internet: 'Internet',
  private_tunnel: 'Private tunnel (VPN)',
  mobile_network: 'Mobile network',
  carried_by_hand: 'Carried by hand',
  unknown: 'Not known over what',
};
