import type { Assessment } from '../model/assessment.ts';
import type { Problem } from '../model/problem.ts';
import { dayText, messages } from '../text/messages.ts';
import { sheetWords } from '../text/sheet-words.ts';
import { visible } from './escape.ts';
import { head } from './html/head.ts';
import { foreign, html, link, type Markup, none } from './html/markup.ts';
import { style } from './html/style.ts';
import { timeline } from './html/timeline.ts';
import { problemSentence } from './result.ts';
import type { Reason } from './reasons.ts';
import type { Reporter, Run } from './run.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import type { Entry, Section } from './sheet/entry.ts';
import { viewOf } from './view.ts';

/** One page for officers and councils: no script, nothing from the network, readable on paper and without colour. */
export function htmlPage(run: Run): Reporter {
  const rows: Markup[] = [];
  let begun = false;
  /** A page about one use case bears its title, so it begins only when that is known. */
  const opening = (title: string | null): string => {
    if (begun) return '';
    begun = true;
    return begin(run, title).markup;
  };
  return {
    begin: () => (run.files > 1 ? opening(null) : ''),
    each: (assessment) => {
      const sheet = sheetOf(viewOf(assessment, run.compiled, run.language));
      const { lowest, highest } = assessment.tier;
      const { tier } = messages[run.language];
      const tiers = lowest === highest ? tier[lowest] : `${tier[lowest]} – ${tier[highest]}`;
      rows.push(
        html`<tr>
          <th scope="row"><a href="#${assessment.useCase.id}">${foreign(sheet.title)}</a></th>
          <td>${sheet.verdict}</td>
          <td>${tiers}</td>
        </tr>`,
      );
      return opening(sheet.title) + article(sheet, assessment, run).markup;
    },
    end: ({ problems }) => opening(null) + end(problems, rows, run).markup,
  };
}

function begin({ language, files, asOf }: Run, title: string | null): Markup {
  const say = messages[language];
  const overview =
    files > 1 ? html`<p class="screen"><a href="#overview">${sheetWords[language].toOverview}</a></p>` : none;
  const name = `${title === null ? '' : `${visible(title)} · `}${say.tagline}`;
  return html`${head(language, name, style)}
    <body>
      <header>
        <p class="tag">${say.tagline} · ${say.asOf(dayText(asOf, language))}</p>
        ${overview}
      </header>
      <main>
     `;
}

function article(sheet: Sheet, { useCase: { id }, verdict, asOf }: Assessment, { language }: Run): Markup {
  const words = sheetWords[language];
  const { aspect, step, state } = words.column;
  const { met, unmet, open } = messages[language].tally;
  return html`<article id="${id}">
    <h1>${foreign(sheet.title)}</h1>
    <p class="verdict ${verdict}">${foreign(sheet.result)}</p>
    <dl>
      ${sheet.facts.map(
        ({ label, texts }) =>
          html`<dt>${label}</dt>
            <dd>${texts.map((text) => html`<p>${foreign(text)}</p>`)}</dd>`,
      )}
    </dl>
    ${sheet.sections.map((part) => section(part, language))} ${timeline(sheet.timeline, asOf, language)}
    ${
      sheet.aspects.length === 0
        ? none
        : html`<section>
            <h2>${words.heading.standing}</h2>
            <div class="scroll" role="region" tabindex="0" aria-label="${aspect}">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${aspect}</th>
                    <th scope="col" class="number">${met}</th>
                    <th scope="col" class="number">${unmet}</th>
                    <th scope="col" class="number">${open}</th>
                  </tr>
                </thead>
                <tbody>
                  ${sheet.aspects.map(
                    ([title, ...counts]) =>
                      html`<tr>
                        <th scope="row">${title}</th>
                        ${counts.map((count) => html`<td class="number">${count}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <div class="scroll" role="region" tabindex="0" aria-label="${words.heading.steps}">
              <table>
                <caption>
                  ${words.heading.steps}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${step}</th>
                    <th scope="col">${state}</th>
                  </tr>
                </thead>
                <tbody>
                  ${sheet.steps.map(
                    ([title, text]) =>
                      html`<tr>
                        <th scope="row">${title}</th>
                        <td>${text}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </section>`
    }
  </article> `;
}

const section = ({ heading, entries, reasonsOnPaper }: Section, language: Run['language']): Markup =>
  html`<section class="${reasonsOnPaper ? 'reasons' : ''}">
    <h2>${heading}</h2>
    <ol class="entries">
      ${entries.map((one) => entry(one, language))}
    </ol>
  </section> `;

/** A longer entry may go on on the next sheet of paper. */
const mostOnOnePage = 6;

function entry({ title, weight, texts, cite, rule, reasons }: Entry, language: Run['language']): Markup {
  const words = sheetWords[language];
  const cites = cite.map(({ text, url }, index) => html`${index === 0 ? '' : ' · '}${link(text, url)}`);
  return html`<li class="${texts.length > mostOnOnePage ? 'long' : ''}">
    <h3>${foreign(title)}</h3>
    ${weight === '' ? none : html`<p class="weight">${weight}</p>`}
    ${texts.map((text) => html`<p>${foreign(text)}</p>`)}
    ${cite.length === 0 && rule === '' ? none : html`<p class="cite">${cites}${rule === '' ? none : html` <span class="weight">${words.rule(rule)}</span>`}</p>`}
    ${
      reasons.length === 0
        ? none
        : html`<details>
            <summary>${words.reasons}</summary>
            ${tree(reasons)}
          </details>`
    }
  </li>`;
}

const marks = { true: '✓', false: '✗', unknown: '?' } as const;

/** The tree from the rule down to the answers. */
const tree = (reasons: readonly Reason[]): Markup =>
  html`<ul class="tree">
    ${reasons.map(
      ({ truth, texts, parts }) =>
        html`<li>
          ${truth === null ? '' : `${marks[truth]} `}${texts.map((text, index) => html`${index === 0 ? none : html`<br />`}${foreign(text)}`)}${parts.length === 0 ? none : tree(parts)}
        </li>`,
    )}
  </ul>`;

function end(problems: readonly Problem[], rows: readonly Markup[], run: Run): Markup {
  const { language, files } = run;
  const words = sheetWords[language];
  const { useCase, result, tier } = words.column;
  const overview =
    files > 1
      ? html`<section id="overview">
          <h2>${words.heading.overview}</h2>
          <div class="scroll" role="region" tabindex="0" aria-label="${words.heading.overview}">
            <table>
              <thead>
                <tr>
                  <th scope="col">${useCase}</th>
                  <th scope="col">${result}</th>
                  <th scope="col">${tier}</th>
                </tr>
              </thead>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>
        </section>`
      : none;
  const wrong =
    problems.length === 0
      ? none
      : html`<section>
          <h2>${words.heading.problems}</h2>
          <ul>
            ${problems.map((problem) => html`<li>${foreign(placeOf(problem))}${problemSentence(problem, run)}</li>`)}
          </ul>
        </section>`;
  return html`${overview}${wrong}</main>
<footer><p class="paper">${words.onPaper}</p><p>${messages[language].disclaimer}</p></footer>
</body>
</html>
`;
}

const placeOf = ({ at }: Problem): string => (at.file === '' ? '' : `${at.file}:${at.line}:${at.column} `);
