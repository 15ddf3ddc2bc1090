import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ClauseId } from '../../../src/model/ids.ts';
import type { Wording } from '../../../src/model/tender.ts';
import { documentText } from '../../../src/read/tender/document-text.ts';
import { clauseFinder, readingsOf } from '../../../src/read/tender/find-clauses.ts';

const wording = (clause: string, title: string, text: string): Wording => ({
  clause: clause as ClauseId,
  title: { de: title, en: '' },
  text: { de: text, en: 'This is not in the documents.' },
});

const wordings = [
  wording(
    'K-BIKE-05-01',
    'Klingel',
    'Der Auftragnehmer liefert jedes Rad mit einer Klingel, die mindestens "70 Dezibel" erreicht, und weist dies innerhalb von [14] Tagen nach der Lieferung durch einen Messbericht einer anerkannten Prüfstelle schriftlich nach.',
  ),
  wording(
    'K-BIKE-05-04',
    'Bremsen',
    'Der Auftragnehmer prüft die Bremsen jedes Rades vor der Auslieferung und danach alle 3 Monate; das Prüfprotokoll geht der Auftraggeberin unaufgefordert zu.',
  ),
  wording('K-BIKE-06-01', 'Helme', 'Zu jedem Rad gehört ein Helm in passender Größe.'),
  wording('K-BIKE-07-01', 'Schlösser', 'Zu jedem Rad gehört ein Schloss.'),
  wording('K-BIKE-08-01', 'Pumpen', 'Zu jedem Rad gehört eine Pumpe.'),
];

/** One text saved by LibreOffice in three formats; in the PDF file ids are broken over the lines of narrow cells. */
describe.each([
  ['leistungsbeschreibung.odt', 'paragraph', [6, 8, 11, 14]],
  ['leistungsbeschreibung.docx', 'paragraph', [6, 8, 11, 14]],
  ['leistungsbeschreibung.pdf', 'page', [1, 1, 1, 1]],
] as const)('%s', (file, unit, [bell, brakes, helmets, locks]) => {
  test('holds the clauses that its authors wrote', async () => {
    const text = await documentText(file, readFileSync(`fixtures/tender/${file}`));
    expect(text.obstacles).toEqual([]);
    const found = clauseFinder(wordings)(file, 'specification', text);
    expect(found?.strange).toEqual([]);
    const readings = readingsOf(wordings, found === null ? [] : [found], () => false);
    const at = (number: number) => [{ file, unit, number }];
    expect([...readings.values()]).toEqual([
      { clause: 'K-BIKE-05-01', listed: false, state: 'found', places: at(bell), blanks: 0 },
      {
        clause: 'K-BIKE-05-04',
        listed: false,
        state: 'changed',
        places: at(brakes),
        wanted: '3 Monate; das Prüfprotokoll geht der',
        found: '6 Monate; das Prüfprotokoll geht der',
      },
      { clause: 'K-BIKE-06-01', listed: false, state: 'found', places: at(helmets), blanks: 0 },
      { clause: 'K-BIKE-07-01', listed: false, state: 'otherwise', places: at(locks) },
      { clause: 'K-BIKE-08-01', listed: false, state: 'missing', places: [] },
    ]);
  });
});
