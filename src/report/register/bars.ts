import type { Language } from '../../model/language.ts';
import { registerWords } from '../../text/register-words.ts';
import { html, type Markup, none } from '../html/markup.ts';
import type { Chart } from './charts.ts';

const width = 400;
const rowHeight = 34;
const barHeight = 13;
/** Room for the number at the right of the longest bar. */
const room = 44;

/**
 * One chart: bars made of parts, and a table that says the same. Labels stand above the bars, so that the drawing stays legible on a
 * narrow screen; what is not settled is hatched, so that it is told apart on paper without colour.
 */
export function chartFigure(chart: Chart, id: string, language: Language): Markup {
  if (chart.bars.length === 0) return none;
  const { alternative } = registerWords[language].chart;
  return html`<figure>
    <figcaption><h2>${chart.title}</h2></figcaption>
    <svg
      class="chart"
      viewBox="0 0 ${width} ${chart.bars.length * rowHeight}"
      role="img"
      aria-label="${alternative(chart.title)}"
    >
      ${patterns(chart, id)} ${bars(chart, id)}
    </svg>
    ${legend(chart, id)} ${table(chart, language)}
    ${chart.note === null ? none : html`<p class="weight">${chart.note}</p>`}
  </figure>`;
}

const fillOf = ({ colour, isOpen }: Chart['series'][number], id: string, index: number): string =>
  isOpen ? `url(#${id}-${index})` : colour;

const patterns = ({ series }: Chart, id: string): Markup =>
  html`<defs>
    ${series.flatMap(({ colour, isOpen }, index) =>
      isOpen
        ? [
            html`<pattern id="${id}-${index}" width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" fill="#fff" />
              <path d="M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5" stroke="${colour}" stroke-width="2" />
            </pattern>`,
          ]
        : [],
    )}
  </defs>`;

function bars({ bars: all, series }: Chart, id: string): readonly Markup[] {
  const sums = all.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const scale = (width - room) / Math.max(1, ...sums);
  return all.map(({ label, values }, row) => {
    const y = row * rowHeight;
    let x = 0;
    const parts = values.flatMap((value, index) => {
      const one = series[index];
      if (value === 0 || one === undefined) return [];
      const long = value * scale;
      const part = html`<rect
        x="${round(x)}"
        y="${y + 16}"
        width="${round(long)}"
        height="${barHeight}"
        fill="${fillOf(one, id, index)}"
        stroke="${one.colour}"
        stroke-width="0.5"
      />`;
      x += long;
      return [part];
    });
    return html`<text x="0" y="${y + 12}" font-size="12">${label}</text>${parts}<text
        x="${round(x + 5)}"
        y="${y + 27}"
        font-size="12"
        font-weight="700"
        >${sums[row] ?? 0}</text
      >`;
  });
}

const round = (value: number): string => value.toFixed(1);

function legend({ series }: Chart, id: string): Markup {
  const parts = series.flatMap((one, index) => (one.name === null ? [] : [{ ...one, name: one.name, index }]));
  if (parts.length === 0) return none;
  return html`<ul class="legend" aria-hidden="true">
    ${parts.map(
      ({ name, colour, isOpen, index }) =>
        html`<li>
          <svg width="16" height="12" viewBox="0 0 16 12">
            <rect
              width="16"
              height="12"
              fill="${fillOf({ name, colour, isOpen }, id, index)}"
              stroke="${colour}"
              stroke-width="1"
            /></svg
          >${name}
        </li>`,
    )}
  </ul>`;
}

function table({ title, of, series, bars: rows, isTurned }: Chart, language: Language): Markup {
  const names = series.map(({ name }) => name ?? registerWords[language].chart.count);
  const labels = rows.map(({ label }) => label);
  const [heads, sides] = isTurned ? [labels, names] : [names, labels];
  const valueAt = (side: number, head: number): number =>
    (isTurned ? rows[head]?.values[side] : rows[side]?.values[head]) ?? 0;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}">
    <table>
      <thead>
        <tr>
          <th scope="col">${of}</th>
          ${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${sides.map(
          (side, row) =>
            html`<tr>
              <th scope="row">${side}</th>
              ${heads.map((_, column) => html`<td class="number">${valueAt(row, column)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
