import { sealedAssessment } from '../../../test/factories/assessment-document.factory';
import { readWorkbook } from '../../../test/support/read-workbook';
import { narrowedToService } from '../security-risk-assessment/narrowed-to-service';
import { registersWorkbook, registersWorkbookInThread } from '.';
import { writeWorkbook } from './write-workbook';

const writesHere = jest.fn(writeWorkbook);
jest.mock('./write-workbook', () => ({
  writeWorkbook: (...sheets: Parameters<typeof writeWorkbook>) => writesHere(...sheets),
}));
const { writeWorkbook: written } = jest.requireActual<{ writeWorkbook: typeof writeWorkbook }>(
  './write-workbook',
);

// A thread compiles its own code: on a busy machine that takes its time.
jest.setTimeout(90_000);

const sealed = sealedAssessment();
const envelope = JSON.stringify(sealed);

beforeEach(() => writesHere.mockReset().mockImplementation(written));

describe('A workbook made in a thread', () => {
  it('is made there, and is the one that would have been made here', async () => {
    const here = await registersWorkbook(sealed);
    writesHere.mockReset().mockRejectedValue(new Error('a workbook was written in the thread of the server'));
    const content = await registersWorkbookInThread({ envelope, service: null });
    expect(content.equals(here)).toBe(true);
    expect(writesHere).not.toHaveBeenCalled();
  });

  it('can be about one tool', async () => {
    const service = sealed.document.results[0]?.service.key ?? '';
    const content = await registersWorkbookInThread({ envelope, service });
    const part = narrowedToService(sealed, service);
    expect(part && content.equals(await registersWorkbook(part))).toBe(true);
    const names = (await readWorkbook(content)).sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['About', 'Tools']));
  });

  it('fails as what failed in the thread', async () => {
    const unknown = registersWorkbookInThread({ envelope, service: 'nowhere' });
    await expect(unknown).rejects.toThrow('the assessment has no result for the service of the report');
  });
});
