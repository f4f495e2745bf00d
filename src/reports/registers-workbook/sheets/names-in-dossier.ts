// Records refer to each other by key; a register shows the names.
import type { Dossier } from '../../../dossiers/dossier.document';

export function vendorName({ vendors }: Dossier, key: string): string {
  return vendors.find((one) => one.key === key)?.name ?? key;
}

export function serviceName({ services }: Dossier, key: string): string {
  return services.find((one) => one.key === key)?.name ?? key;
}

export function serviceNames(dossier: Dossier, keys: readonly string[]): string[] {
  return keys.map((key) => serviceName(dossier, key));
}
