import { loadCatalogs } from './load-catalogs';
it('x', () => {
  const c = loadCatalogs();
  console.log(c.digests, c.sources.length);
});
