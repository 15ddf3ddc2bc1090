/** One style for screen and paper. Colour only underlines what stands there in words. */
export const style = `
:root { color-scheme: light; --ink: #1a1a1a; --soft: #595959; --line: #c8ccd2; --back: #f5f6f8; --link: #0b4a8f; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 52rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.2rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0; }
a { color: var(--link); }
.tag { margin: 0; color: var(--soft); }
.verdict { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-left: 0.6rem solid #8a6d00; background: var(--back); font-weight: 700; font-size: 1.15rem; }
.verdict.ready { border-left-color: #1e6b34; }
.verdict.stop { border-left-color: #a11212; }
dl { margin: 0; }
.paper { display: none; }
dt { font-weight: 700; margin-top: 0.75rem; }
dd { margin: 0; }
dd p { margin: 0 0 0.25rem; }
ol.entries { margin: 0; padding: 0; list-style: none; }
ol.entries > li { padding: 0.75rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.weight { margin: 0.1rem 0 0.25rem; color: var(--soft); }
ol.entries p { margin: 0.15rem 0; }
.cite { font-size: 0.95rem; }
details { margin-top: 0.35rem; }
summary { cursor: pointer; color: var(--link); }
.tree { margin: 0.25rem 0 0; padding-left: 1.1rem; list-style: none; font-size: 0.95rem; }
.tree .tree { border-left: 1px solid var(--line); margin-left: 0.3rem; }
ul.days, ul.days ul { margin: 0.25rem 0; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border: 1px solid var(--line); }
td.number, th.number { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; }
svg { max-width: 100%; height: auto; }
footer { margin-top: 2.5rem; color: var(--soft); }
article + article { margin-top: 3rem; padding-top: 1rem; border-top: 4px double var(--line); }
@media (max-width: 30rem) { h1 { font-size: 1.4rem; } th, td { padding: 0.3rem; } }
@media (min-width: 44rem) { dl { display: grid; grid-template-columns: 8rem 1fr; gap: 0.6rem 1rem; } dt { margin: 0; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  article + article { break-before: page; border: 0; }
  h2 { margin-bottom: 0.25rem; }
  h1, h2, h3, caption, summary { break-after: avoid; break-inside: avoid; }
  p, dd, .tree > li { orphans: 3; widows: 3; }
  dl { display: grid; grid-template-columns: 24mm 1fr; gap: 1.5mm 4mm; }
  dt { margin: 0; }
  ol.entries > li { padding: 0.5rem 0; }
  .reasons ol.entries > li, ol.entries > li.long { break-inside: auto; }
  ol.entries > li > h3, ol.entries > li > .weight { break-after: avoid; }
  .cite { break-before: avoid; }
  tr, figure, svg { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; break-inside: avoid; }
  .screen, details { display: none; }
  .reasons details { display: block; }
  .reasons details::details-content { content-visibility: visible; block-size: auto; }
  .reasons summary { list-style: none; color: inherit; font-weight: 700; }
  .tree { line-height: 1.3; }
  .tree li { break-inside: avoid; }
  .tree li:has(.tree) { break-inside: auto; }
  .paper { display: block; }
  a { color: inherit; }
}
@page { size: A4; margin: 18mm 16mm; }
`;
