/** A browser that can print, and how it is run. */
export interface FoundBrowser {
  executablePath: string;
  origin: 'named' | 'installed' | 'bundled';
  /** the whole environment to run it in; null for that of this process */
  environment: Record<string, string> | null;
}
