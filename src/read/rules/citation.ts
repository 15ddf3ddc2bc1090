import * as z from 'zod';
import type { SourceId } from '../../model/ids.ts';
import type { Citation } from '../../model/source.ts';
import { nearest } from '../nearest.ts';
import { clip } from '../yaml.ts';
import { complain, record, sourceId } from './shape.ts';

/** What has to be known of a source to cite it. */
export interface Citable {
  readonly url: string;
  /** The address of an article, with `{article}` for its number. */
  readonly anchor: string | null;
  /** Null: only a paragraph, aspect, measure, the part on governance or the whole text can be cited, and is not looked up. */
  readonly provisions: ReadonlySet<string> | null;
}

const paragraph = /^(?:para\. \d+(?:-\d+)?|aspect \d+|governance|measure [\w-]+|whole text)$/;
const provision = new RegExp(
  '^(?:' +
    [
      'Art\\. (?<article>\\d+[a-z]?)(?:\\(\\w+\\))*',
      'Annex [IVX]+(?: Section \\w)?(?: point (?:[\\d.]+(?:\\(\\w+\\))*|\\(\\w+\\)))?',
      'Recital \\d+',
      '§ \\d+[a-z]?(?:\\(\\w+\\))?(?: no\\. \\d+)?',
    ].join('|') +
    ')(?<below> subparagraph \\d+)?(?: sentence \\d+)?$',
);
/** How a provision is named, for whoever has to say it as a pattern. */
export const citationForms: readonly string[] = [provision.source, paragraph.source];
/** Numbers below a letter, subparagraphs and sentences are not in the index. */
const unlisted = /(?<=\([a-z]+\))\([ivx]+\)|(?: subparagraph \d+)?(?: sentence \d+)?$/g;

/** A citation with its link. `sources: null`: there is no list of sources to look it up in. */
export const citation = (sources: ReadonlyMap<SourceId, Citable> | null): z.ZodType<Citation> =>
  record({ act: sourceId, at: z.string() }).transform(({ act, at }, ctx): Citation => {
    if (sources === null) return { act, at, url: '' };
    const source = sources.get(act);
    if (source === undefined) {
      complain(ctx, { code: 'unknown-source', params: { id: clip(act), near: nearest(clip(act), sources.keys()) } }, [
        'act',
      ]);
      return z.NEVER;
    }
    if (!(source.provisions === null ? paragraph : provision).test(at))
      complain(ctx, { code: 'bad-citation', params: { at: clip(at) } }, ['at']);
    else if (source.provisions?.has(at.replaceAll(unlisted, '')) === false)
      complain(ctx, { code: 'unknown-provision', params: { act, at: clip(at) } }, ['at']);
    return { act, at, url: linkTo(source, at) };
  });

function linkTo({ url, anchor }: Citable, at: string): string {
  if (anchor === null) return url;
  const article = provision.exec(at)?.groups?.['article'];
  return article === undefined ? anchor.replace(/#.*$/, '') : anchor.replace('{article}', article);
}
