// Help, the glossary and what each citation says: for everybody, signed in or not.
import { Get, Param, Query } from '@nestjs/common';
import { DomainError } from '../common/problems/domain.error';
import { explanations } from '../explanations/explanations';
import { Public } from '../permissions/route-access';
import { Fragment, Page } from '../web/page';
import { Pages } from '../web/pages';
import { citationGroups, citationView, termsLike, wordsSought } from './help.presenter';

@Pages('help')
export class HelpPagesController {
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
