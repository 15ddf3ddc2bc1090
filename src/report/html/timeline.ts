import type { IsoDate } from '../../model/date.ts';
import type { Language } from '../../model/language.ts';
import { dayText } from '../../text/messages.ts';
import { sheetWords } from '../../text/sheet-words.ts';
import { byDay, type Point } from '../sheet/timeline.ts';
import { foreign, html, type Markup, none } from './markup.ts';

const width = 720;
const left = 20;
const right = width - 20;
const day = 86_400_000;

const days = (date: IsoDate): number => Date.parse(date) / day;

interface Mark {
  readonly day: IsoDate;
  readonly titles: readonly string[];
}

/** What applies from when, as a line with a mark for each day, and as a list that says the same. */
export function timeline(points: readonly Point[], asOf: IsoDate, language: Language): Markup {
  if (points.length === 0) return none;
  const words = sheetWords[language];
  const marks = grouped(points);
  const last = marks.at(-1)?.day ?? asOf;
  const first = days(asOf);
  const span = Math.max(1, days(last) - first);
  const place = (date: IsoDate): number => Math.round(left + ((days(date) - first) / span) * (right - left));
  return html`<section>
    <h2>${words.heading.timeline}</h2>
    <figure>
      <svg viewBox="0 0 ${width} 62" role="img" aria-label="${words.timelineText(marks.length + 1)}">
        <line x1="${left}" y1="24" x2="${right}" y2="24" stroke="#595959" stroke-width="2" />
        ${[{ day: asOf, titles: [] }, ...marks].map(
          (mark, index) =>
            html`<circle
                cx="${place(mark.day)}"
                cy="24"
                r="6"
                fill="${index === 0 ? '#fff' : '#1f3864'}"
                stroke="#1f3864"
                stroke-width="2"
              />${label(mark.day, place(mark.day), index, language)}`,
        )}
      </svg>
    </figure>
    <ul class="days">
      ${byDay(points, language).map(
        ([from, titles]) =>
          html`<li>
            ${from}:
            <ul>
              ${titles.map((title) => html`<li>${foreign(title)}</li>`)}
            </ul>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Labels in turn above and below the line, so that near days do not cover each other. */
function label(date: IsoDate, x: number, index: number, language: Language): Markup {
  const anchor = x < 80 ? 'start' : x > width - 80 ? 'end' : 'middle';
  return html`<text
    x="${anchor === 'start' ? x - 6 : anchor === 'end' ? x + 6 : x}"
    y="${index % 2 === 0 ? 52 : 12}"
    font-size="13"
    text-anchor="${anchor}"
    >${dayText(date, language)}</text
  >`;
}

function grouped(points: readonly Point[]): readonly Mark[] {
  const marks = new Map<IsoDate, string[]>();
  for (const { day: date, title } of points) marks.set(date, [...(marks.get(date) ?? []), title]);
  return Array.from(marks, ([date, titles]) => ({ day: date, titles }));
}
