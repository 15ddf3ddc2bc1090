import { registerWords } from '../../text/register-words.ts';
import { head } from '../html/head.ts';
import { foreign, html, type Markup, none } from '../html/markup.ts';
import { style } from '../html/style.ts';
import { chartFigure } from './bars.ts';
import type { RegisterReporter, RegisterRun } from './run.ts';
import { type EntryView, type RegisterView, type SectionView, viewOf } from './view.ts';

/** What the page of a register has besides the style of all pages. */
const ownStyle = `
figure { margin: 1.5rem 0; }
svg.chart { display: block; width: 100%; max-width: 36rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.5rem 0; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: 0.35rem; }
figure th.number { white-space: normal; }
figure .scroll { margin-top: 0.5rem; }
.product { margin: 1.25rem 0 0; padding: 0.4rem 0.75rem; background: var(--back); border: 1px solid var(--line); }
.product + .uses { padding-left: 0.75rem; border-left: 3px solid var(--line); }
.use { padding: 0.9rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.use + .use { margin: 0; padding-top: 0.9rem; border-top: 0; break-before: auto; }
.use h3, .use h4 { margin: 0; font-size: 1.05rem; }
.use .verdict { margin: 0.4rem 0 0.5rem; padding: 0.25rem 0.6rem; font-size: 0.95rem; }
.use dl { display: grid; grid-template-columns: minmax(8rem, 11rem) 1fr; gap: 0.1rem 0.75rem; }
.use dt { margin: 0; font-weight: 400; color: var(--soft); }
.use dd p { margin: 0; }
.anywhere { overflow-wrap: anywhere; }
nav ul { columns: 18rem; padding-left: 1.1rem; }
@media print { figure { break-inside: auto; } svg, .legend { break-inside: avoid; } }
@media (max-width: 30rem) { .use dl { display: block; } .use dt { margin-top: 0.35rem; } }
`;

/** One page: figures first, then the uses; no script, nothing from the network, readable on paper and without colour. */
export const htmlPage: RegisterReporter = function* (register, run) {
  const view = viewOf(register, run);
  const say = registerWords[run.language];
  yield begin(view, run).markup;
  yield html`${view.notes.map((note) => html`<p>${note}</p>`)}`.markup;
  yield html`${view.charts.map((chart, index) => chartFigure(chart, `chart-${index}`, run.language))}`.markup;
  yield contents(view, run).markup;
  for (const [index, section] of view.sections.entries()) yield* sectionMarkup(section, index);
  if (view.shared.length > 0) yield plainList(view.shared, say.section.dates).markup;
  if (view.unread.length > 0) yield unread(view, say.section.unread).markup;
  if (view.problems.length > 0) yield plainList(view.problems, say.section.problems).markup;
  yield html`</main><footer><p>${view.footer}</p></footer></body></html>\n`.markup;
};

function begin(view: RegisterView, { language, isPublic }: RegisterRun): Markup {
  return html`${head(language, view.title, style + ownStyle)}
    <body>
      <header>
        <p class="tag">${isPublic ? view.asOf : `KI-Kompass · ${view.asOf}`}</p>
      </header>
      <main>
        <h1>${view.title}</h1>
     `;
}

function contents({ sections }: RegisterView, { language }: RegisterRun): Markup {
  if (sections.length < 2) return none;
  const { contents: title } = registerWords[language];
  return html`<nav class="screen" aria-label="${title}">
    <h2>${title}</h2>
    <ul>
      ${sections.map(({ heading }, index) => html`<li><a href="#part-${index}">${foreign(heading)}</a></li>`)}
    </ul>
  </nav>`;
}

function* sectionMarkup({ heading, groups }: SectionView, index: number): Iterable<string> {
  yield html`<section id="part-${index}"><h2>${foreign(heading)}</h2>`.markup;
  for (const { heading: product, entries } of groups) {
    if (product === null) for (const entry of entries) yield use(entry, 'h3').markup;
    else {
      yield html`<h3 class="product">${foreign(product)}</h3>
        <div class="uses">`.markup;
      for (const entry of entries) yield use(entry, 'h4').markup;
      yield '</div>';
    }
  }
  yield '</section>';
}

function use({ id, title, verdict, facts }: EntryView, level: 'h3' | 'h4'): Markup {
  const name = level === 'h3' ? html`<h3>${foreign(title)}</h3>` : html`<h4>${foreign(title)}</h4>`;
  return html`<article class="use" id="use-${id}">
    ${name}${verdict === null ? none : html`<p class="verdict ${verdict.value}">${verdict.text}</p>`}
    <dl>
      ${facts.map(
        ({ label, texts }) =>
          html`<dt>${label}</dt>
            <dd>${texts.map((text) => html`<p>${foreign(text)}</p>`)}</dd>`,
      )}
    </dl>
  </article>`;
}

const plainList = (texts: readonly string[], title: string): Markup =>
  html`<section>
    <h2>${title}</h2>
    <ul>
      ${texts.map((text) => html`<li>${foreign(text)}</li>`)}
    </ul>
  </section>`;

const unread = (view: RegisterView, title: string): Markup =>
  html`<section>
    <h2>${title}</h2>
    <ul>
      ${view.unread.map(
        ({ file, texts }) =>
          html`<li>
            <span class="anywhere">${foreign(file)}</span>
            ${texts.map((text) => html`<p>${foreign(text)}</p>`)}
          </li>`,
      )}
    </ul>
  </section>`;
