// Where somebody wanted to go before they were asked to sign in.

/** A path of our own; anything else leads to the first page. */
export function returnAddress(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) && to.length <= 2_000 ? to : '/';
}
