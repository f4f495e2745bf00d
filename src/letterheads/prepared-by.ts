/** The firm that drew an assessment up, as its document holds it for good: a report shows this and asks nobody. */
export interface PreparedBy {
  name: string;
  contact: string | null;
  logo: {
    mediaType: 'image/png' | 'image/jpeg';
    width: number;
    height: number;
    /** SHA-256 of the bytes, hex */
    digest: string;
    /** the bytes, Base64 */
    data: string;
  } | null;
}
