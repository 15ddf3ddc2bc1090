import type { IsoDate } from '../../model/date.ts';
import type { Language } from '../../model/language.ts';
import { sheetWords } from '../../text/sheet-words.ts';
import { titleOf, type View } from '../view.ts';

export interface Point {
  readonly day: IsoDate;
  readonly latest: IsoDate | null;
  readonly title: string;
}

/** The days that lie ahead and from which something holds, and the start and end of the use. */
export function timelineOf(view: View): readonly Point[] {
  const { assessment } = view;
  const ahead = view.duties.filter(
    ({ state, from }) =>
      state === 'upcoming' && from !== null && from.earliest !== null && from.earliest > assessment.asOf,
  );
  const points = ahead.flatMap((finding): Point[] => {
    const { earliest, latest } = finding.from ?? { earliest: null, latest: null };
    return earliest === null ? [] : [{ day: earliest, latest, title: titleOf(view, finding) }];
  });
  const { begins, ends } = sheetWords[view.language];
  const own = [
    { day: assessment.start, title: begins },
    { day: assessment.end, title: ends },
  ].flatMap(({ day, title }): Point[] =>
    day === null || day <= assessment.asOf ? [] : [{ day, latest: null, title }],
  );
  return [...own, ...points].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The points by the days on which they begin, each day once. */
export function byDay(points: readonly Point[], language: Language): readonly (readonly [from: string, string[]])[] {
  const days = new Map<string, string[]>();
  for (const point of points) {
    const from = sheetWords[language].from(point, language);
    days.set(from, [...(days.get(from) ?? []), point.title]);
  }
  return [...days];
}
