// Help, the glossary, what each citation says and what serves each row of the source documents: for everybody, signed in or not.
import { Get, Inject, Param, Query } from '@nestjs/common';
import { DomainError } from '../common/problems/domain.error';
import { explanations } from '../explanations/explanations';
import { Public } from '../permissions/route-access';
import type { Traceability } from '../traceability/traceability';
import { TRACEABILITY } from '../traceability/traceability.module';
import { Fragment, Page } from '../web/page';
import { Pages } from '../web/pages';
import { citationGroups, citationView, termsLike } from './help.presenter';
import { traceabilityView } from './traceability.presenter';
import { wordsSought } from './words-sought';

@Pages('help')
export class HelpPagesController {
  constructor(@Inject(TRACEABILITY) private readonly traceability: Traceability) {}

  @Get()
  @Public()
  help(): Page {
    return new Page('help/help', 'Help', {});
  }

  @Get('glossary')
  @Public()
  glossary(@Query('q') q?: unknown): Page {
    const sought = wordsSought(q);
    return new Page('help/glossary', 'Words', {
      sought,
      terms: termsLike([...explanations().terms.values()], sought),
    });
  }

  @Get('citations')
  @Public()
  citations(@Query('q') q?: unknown): Page {
    const sought = wordsSought(q);
    const groups = citationGroups(explanations().citations.paraphrases, sought);
    return new Page('help/citations', 'What the rules say', { sought, groups });
  }

  @Get('traceability')
  @Public()
  traceabilityPage(@Query('q') q?: unknown): Page {
    const sought = wordsSought(q);
    const { table, find } = this.traceability;
    const view = traceabilityView(table, find, sought);
    return new Page('help/traceability', 'Where it comes from', { sought, ...view });
  }

  /** @param part `said`: the paraphrase alone, for a script that shows it where the citation stands */
  @Get('citations/:slug')
  @Public()
  citation(@Param('slug') slug: string, @Query('part') part?: unknown): Page | Fragment {
    const paraphrase = explanations().citations.bySlug(slug);
    if (!paraphrase) throw new DomainError('not-found', 'Duecare has no paraphrase of this citation.');
    const view = citationView(paraphrase);
    if (part === 'said') return new Fragment('help/said', view);
    return new Page('help/citation', paraphrase.title, view);
  }
}
