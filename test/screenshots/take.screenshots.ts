// `npm run screenshots`: every page that a link leads to, wide and narrow, in practices with nothing, a usual lot and much in them, into screenshots/. What no link
// leads to is in beyond-links.screenshots.ts.
import { newPage } from '../support/browser';
import { crawl } from '../support/crawl';
import { furnish, FURNISHINGS, signIn } from '../support/furnished-server';
import { Pictures } from './pictures';
import { useBrowser, withServer } from './servers';

jest.setTimeout(1_800_000);

const browser = useBrowser();

it.each(FURNISHINGS)('of every page of a practice that is %s', (furnishing) =>
  withServer(async (server) => {
    const practice = await furnish(server, furnishing);
    const { page } = await newPage(browser());
    await signIn(page, practice);
    const pictures = new Pictures(furnishing);
    const visits = await crawl(page, practice, ({ name }) => pictures.take(page, name));
    process.stdout.write(`${furnishing}: ${visits.length} pages\n`);
  }),
);
