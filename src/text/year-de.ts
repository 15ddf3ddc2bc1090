import type { RegisterTally } from '../model/register.ts';
import { listed } from './list.ts';
import type { AheadWords, ChangeWords, YearWords } from './year-words.ts';

const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];
const small = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];

/** Up to twelve in words, as it is read. */
const number = (count: number): string => small[count] ?? `${count}`;
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const and = (items: readonly string[]): string => listed(items, ' und ');

/** Nominative (`ein Einsatz`), and after "in" and "bei" (`einem Einsatz`, `zwei Einsätzen`). */
const uses = (count: number): string => (count === 1 ? 'ein Einsatz' : `${number(count)} Einsätze`);
const inUses = (count: number): string => (count === 1 ? 'einem Einsatz' : `${number(count)} Einsätzen`);
const of = (count: number, one: string, many: string): string =>
  count === 1 ? `eine ${one}` : `${number(count)} ${many}`;
const either = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const day: YearWords['day'] = (iso) => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return `${Number(date)}. ${months[Number(month) - 1] ?? month} ${year}`;
};

const tier = {
  'out-of-scope': '»außerhalb der KI-Verordnung«',
  minimal: '»ohne besondere Einstufung«',
  transparency: '»Transparenzpflichten«',
  'high-risk': '»Hochrisiko-KI-System«',
  prohibited: '»verbotene Praktik«',
} as const;

const eventNoun = {
  incident: ['ein Vorfall', 'Vorfälle'],
  complaint: ['eine Beschwerde', 'Beschwerden'],
  'model-change': ['ein Wechsel des Modells', 'Wechsel des Modells'],
  'purpose-change': ['eine Änderung des Zwecks', 'Änderungen des Zwecks'],
  'function-change': ['eine Änderung der Funktionen', 'Änderungen der Funktionen'],
} as const;

const eventsText = (counts: readonly { kind: keyof typeof eventNoun; count: number }[]): string =>
  and(counts.map(({ kind, count }) => (count === 1 ? eventNoun[kind][0] : `${number(count)} ${eventNoun[kind][1]}`)));

const aspect = {
  responsibility: 'Verantwortung und Haftung',
  'non-discrimination': 'Diskriminierungsfreiheit',
  transparency: 'Transparenz und Nachvollziehbarkeit',
  'data-protection': 'Datenschutz',
  'sensible-secure-use': 'Sinnvoller und sicherer Einsatz',
  training: 'Schulung',
  governance: 'Außerdem die Steuerung',
} as const;

function aspectText({ met, waived, unmet, open }: RegisterTally, unmetIn: number, openIn: number): string {
  if (met + waived + unmet + open === 0) return 'Nach den Angaben gibt es hier keine Pflicht.';
  const some = (count: number, what: string, where: number): string =>
    `${what} ${either(count, 'ist eine', `sind ${number(count)}`)}, und zwar in ${inUses(where)}.`;
  return [
    met === 0
      ? 'Erfüllt ist keine Pflicht.'
      : `Erfüllt ${either(met, 'ist', 'sind')} ${of(met, 'Pflicht', 'Pflichten')}.`,
    unmet === 0 ? 'Nicht erfüllt ist keine.' : some(unmet, 'Nicht erfüllt', unmetIn),
    open === 0 ? 'Offen ist keine.' : some(open, 'Offen', openIn),
    ...(waived === 0 ? [] : [`Befristet geduldet ${either(waived, 'wird eine', `werden ${number(waived)}`)}.`]),
  ].join(' ');
}

const change: ChangeWords = {
  notAsked: 'Ein Vergleich mit einem früheren Stand wurde nicht verlangt.',
  since: (name, at) => `Verglichen wird mit dem Stand vom ${at} (${name}).`,
  added: (count) =>
    count === 0
      ? 'Neu im Register ist kein Einsatz.'
      : `Neu im Register ${either(count, 'ist', 'sind')} ${uses(count)}:`,
  addedUse: (use, what) => `${use}. Die Einstufung ist ${what}.`,
  gone: (count) =>
    count === 0
      ? 'Kein Einsatz ist aus dem Register verschwunden.'
      : `Nicht mehr im Register ${either(count, 'steht', 'stehen')} ${uses(count)}:`,
  changed: (count) =>
    count === 0
      ? 'Bei keinem anderen Einsatz hat sich die Einstufung oder das Ergebnis geändert.'
      : `Bei ${inUses(count)} hat sich die Einstufung oder das Ergebnis geändert:`,
  tierOf: ({ lowest, highest }) =>
    lowest === highest ? tier[lowest] : `noch offen zwischen ${tier[lowest]} und ${tier[highest]}`,
  tierChange: (use, from, to) => `${use}: Die Einstufung war ${from} und ist jetzt ${to}.`,
  verdict: {
    ready: 'aus den Angaben kein Hindernis',
    clarify: 'erst klären',
    'not-ready': 'noch nicht bereit',
    stop: 'Halt',
  },
  verdictChange: (use, from, to) => `${use}: Das Ergebnis war »${from}« und ist jetzt »${to}«.`,
  bothChange: (use, [tierFrom, tierTo], [from, to]) =>
    `${use}: Die Einstufung war ${tierFrom} und ist jetzt ${tierTo}. Das Ergebnis war »${from}« und ist jetzt »${to}«.`,
  because: {
    answers: (questions, more) => {
      const quoted = questions.map((question) => `»${question}«`);
      const rest = more === 0 ? [] : [either(more, 'eine weitere', `${number(more)} weitere`)];
      return `Der Grund: Anders beantwortet ${either(questions.length + more, 'wurde die Frage', 'wurden die Fragen')} ${and([...quoted, ...rest])}.`;
    },
    records: 'Der Grund: Nachweise oder Stellungnahmen kamen hinzu, fielen weg oder passen nicht mehr zu den Angaben.',
    date: (title, { earliest }) =>
      `Der Grund: Zwischen den beiden Tagen liegt ein Stichtag des Rechts (${title}${earliest === null ? '' : `, frühestens ${day(earliest)}`}).`,
    day: 'Der Grund ist der spätere Stichtag: An ihm gilt anderes Recht, oder Fristen und Nachweise zählen anders.',
    aged: 'Der Grund: Nachweise oder Bestätigungen sind zu alt geworden oder zählen erst jetzt.',
    rules: 'Der Grund: Die Regeln haben sich geändert.',
    other: 'Der Grund liegt außerhalb der Angaben, zum Beispiel in Vergabeunterlagen.',
    otherAnswers: 'Inzwischen wurden die Angaben zum Einsatz geändert.',
    sameAnswers:
      'Am beschriebenen Einsatz hat sich nichts geändert; der Grund liegt in der Phase, in Nachweisen, im Stichtag oder in den Regeln.',
  },
  same: (count) =>
    count === 0
      ? 'Bei keinem Einsatz sind Einstufung und Ergebnis gleich geblieben.'
      : `Bei ${inUses(count)} sind Einstufung und Ergebnis gleich geblieben.`,
  unread: (count) =>
    `${upper(either(count, 'eine Datei', `${number(count)} Dateien`))} des früheren Stands ${either(count, 'war', 'waren')} nicht lesbar. Was darin stand, ist nicht verglichen.`,
  notWhole:
    'Verglichen wurden einzelne Dateien und kein Ordner. Ob ein Einsatz verschwunden oder nur an einen anderen Ort gewandert ist, lässt sich so nicht sagen.',
  unreadNow: 'Was heute nicht lesbar ist, kann unter den verschwundenen Einsätzen stehen.',
  goneIsNotOff:
    'Was aus dem Register verschwindet, ist damit noch nicht abgeschaltet. Die Fachämter müssen bestätigen, was daraus wurde.',
};

const due = {
  review: ['Eine Überprüfung wird fällig', 'Überprüfungen werden fällig', ''],
  'waiver-ends': ['Eine befristete Abweichung endet', 'befristete Abweichungen enden', ''],
  'approval-ends': ['Eine Freigabe endet', 'Freigaben enden', ''],
  'evidence-ends': ['Ein Nachweis läuft ab, am', 'Nachweise laufen ab', ', der erste am'],
  'opinion-ends': ['Eine Stellungnahme läuft ab, am', 'Stellungnahmen laufen ab', ', die erste am'],
  planned: ['Eine Maßnahme ist zugesagt, zum', 'Maßnahmen sind zugesagt', ', die erste zum'],
} as const;

const ahead: AheadWords = {
  until: (at) => `Dieses Kapitel reicht bis zum ${at}.`,
  starts: (count) => `${upper(uses(count))} ${either(count, 'soll', 'sollen')} beginnen:`,
  ends: (count) => `${upper(uses(count))} ${either(count, 'soll', 'sollen')} enden:`,
  named: (kind, count) => (count === 1 ? `${due[kind][0]}:` : `${upper(number(count))} ${due[kind][1]}:`),
  due: (kind, count, first) =>
    count === 1 ? `${due[kind][0]} ${first}.` : `${upper(number(count))} ${due[kind][1]}${due[kind][2]} ${first}.`,
  dueOn: (use, at) => `${use}, am ${at}.`,
  law: (at, count, certain) =>
    `Am ${at} ${certain ? 'beginnen' : 'beginnen möglicherweise'} neue Pflichten, und zwar für ${count === 1 ? 'einen Einsatz' : `${number(count)} Einsätze`}.`,
  nothing: (at) => `Bis zum ${at} ist nichts vorgemerkt.`,
};

const running = {
  idea: 'noch eine Idee',
  tender: 'in der Vergabe',
  award: 'beim Zuschlag',
  start: 'gestartet',
  operation: 'im Betrieb',
} as const;

export const yearGerman: YearWords = {
  title: (year) => `Bericht an den Rat: Künstliche Intelligenz in der Verwaltung ${year}`,
  day,
  use: (title, unit) => (unit === null ? `»${title}«` : `»${title}« (${unit})`),
  about: (at) => `Dieser Bericht beruht auf den Angaben der Fachämter in ihrem KI-Register. Stichtag ist der ${at}.`,
  notOver: (year, at) => `Das Jahr ${year} ist noch nicht zu Ende. Was nach dem ${at} geschieht, fehlt hier.`,
  pastYear: (year) =>
    `Was begonnen hat, beendet oder freigegeben wurde oder geschehen ist, zählt für das Jahr ${year}. Einstufung, Pflichten und Fristen sind die des Stichtags.`,
  noAdvice:
    'Der Bericht ist eine Vorprüfung und keine Rechtsberatung. Was niemand eingetragen hat, gilt als nicht bekannt und nie als erledigt.',
  unread: (files) =>
    `${upper(either(files.length, 'eine Datei', `${number(files.length)} Dateien`))} ${either(files.length, 'war', 'waren')} nicht lesbar und ${either(files.length, 'fehlt', 'fehlen')} in allen Zahlen: ${and(files)}. Was darin beschrieben ist, kann trotzdem im Einsatz sein.`,
  otherProblems: (count) =>
    `${upper(either(count, 'ein weiterer Fehler', `${number(count)} weitere Fehler`))} in den Eingaben ${either(count, 'ist', 'sind')} nicht behoben. Die Zahlen können deshalb unvollständig sein.`,
  heading: {
    overview: 'Überblick',
    year: 'Was im Jahr geschehen ist',
    begun: 'Neu begonnen',
    ended: 'Beendet oder aufgegeben',
    approvals: 'Freigaben',
    tiers: 'Einstufung nach der KI-Verordnung',
    prohibited: 'Verbotenes',
    aspects: 'Die sechs Aspekte des Ratsantrags',
    waivers: 'Befristete Abweichungen',
    reviews: 'Überfällige Überprüfungen',
    events: 'Vorfälle und Beschwerden',
    training: 'Schulung',
    changes: 'Was sich gegenüber früher geändert hat',
    ahead: 'Was ansteht',
    open: 'Was dieser Bericht nicht wissen kann',
  },
  known: (count) =>
    count === 0
      ? 'Im Register steht kein Einsatz von künstlicher Intelligenz.'
      : `Im Register ${either(count, 'steht', 'stehen')} ${uses(count)} von künstlicher Intelligenz.`,
  current: (ended, count) =>
    count === 0
      ? `${either(ended, 'Er ist', 'Alle sind')} beendet oder aufgegeben.`
      : ended === 0
        ? `${either(count, 'Er läuft oder ist', 'Alle laufen oder sind')} geplant:`
        : `Beendet oder aufgegeben ${either(ended, 'ist einer', `sind ${number(ended)}`)}. ${upper(either(count, 'einer läuft oder ist', `${number(count)} laufen oder sind`))} geplant:`,
  stage: (stage, count) => {
    const is = either(count, 'ist', 'sind');
    if (stage === null) return `Bei ${inUses(count)} ist die Phase nicht bekannt.`;
    return {
      operation: `Im Betrieb ${is} ${uses(count)}.`,
      start: `Gestartet, auch zur Erprobung mit echten Daten, ${is} ${uses(count)}.`,
      award: `Beim Zuschlag, also noch vor dem Start, ${is} ${uses(count)}.`,
      tender: `In der Vergabe ${is} ${uses(count)}.`,
      idea: `${upper(uses(count))} ${is} noch ${either(count, 'eine Idee', 'Ideen')}.`,
    }[stage];
  },
  endedBefore: (count) => `${upper(uses(count))} ${either(count, 'wurde', 'wurden')} schon in früheren Jahren beendet.`,
  begun: (count, year) =>
    count === 0
      ? `Im Jahr ${year} hat kein Einsatz begonnen.`
      : `Im Jahr ${year} ${either(count, 'hat', 'haben')} ${uses(count)} begonnen:`,
  begunOn: (use, at) => `${use}, am ${at}.`,
  lateStart: (named) =>
    `Der geplante Start von ${and(named)} ist vorbei, nach der eingetragenen Phase ${either(named.length, 'läuft der Einsatz', 'laufen die Einsätze')} aber noch nicht. ${either(named.length, 'Das Fachamt muss', 'Die Fachämter müssen')} sagen, was stimmt.`,
  ended: (count, year) =>
    count === 0
      ? `Im Jahr ${year} wurde kein Einsatz beendet oder aufgegeben.`
      : `Im Jahr ${year} ${either(count, 'wurde', 'wurden')} nach den Angaben ${uses(count)} beendet oder aufgegeben:`,
  endedOn: (use, stage, at) =>
    stage === 'running' ? `${use}, beendet am ${at}.` : `${use}, vor dem Start aufgegeben am ${at}.`,
  stillRunning: (named) =>
    `Für ${and(named)} ist ein Ende eingetragen, das schon verstrichen ist. Als Phase steht dort aber weiter Start oder Betrieb. ${either(named.length, 'Das Fachamt muss', 'Die Fachämter müssen')} bestätigen, dass abgeschaltet ist.`,
  approved: (count, year) =>
    count === 0
      ? `Im Jahr ${year} ist keine Freigabe festgehalten.`
      : `Im Jahr ${year} ${either(count, 'wurde', 'wurden')} ${uses(count)} freigegeben:`,
  approvedOn: (use, at) => `${use}, am ${at}.`,
  lapsed: (count) =>
    count === 0
      ? 'Jede festgehaltene Freigabe zählt am Stichtag.'
      : `${upper(of(count, 'Freigabe', 'Freigaben'))} ${either(count, 'zählt', 'zählen')} am Stichtag nicht:`,
  lapsedBecause: (use, why, until) =>
    ({
      'not-entitled': `${use}: Freigegeben hat eine Stelle, die das nicht darf.`,
      'too-early': `${use}: Die Freigabe zählt noch nicht.`,
      expired: `${use}: Die Freigabe ist abgelaufen${until === null ? '' : `, sie galt bis zum ${until}`}.`,
      stale: `${use}: Die Angaben haben sich seit der Freigabe geändert, oder das Prüfzeichen fehlt.`,
    })[why],
  unapproved: (count) =>
    count === 0
      ? 'Jeder laufende Einsatz hat eine gültige Freigabe.'
      : `${upper(uses(count))} ${either(count, 'läuft', 'laufen')}, ohne dass eine gültige Freigabe festgehalten ist:`,
  counted: (count) =>
    count === 1
      ? 'Gezählt wird hier und in den folgenden Kapiteln der eine Einsatz, der nicht beendet ist.'
      : `Gezählt werden hier und in den folgenden Kapiteln die ${number(count)} Einsätze, die nicht beendet sind.`,
  tier: (which, count) => {
    const is = either(count, 'ist', 'sind');
    if (which === 'high-risk')
      return count === 1
        ? 'Ein Einsatz ist ein Hochrisiko-KI-System.'
        : `${upper(uses(count))} ${is} Hochrisiko-KI-Systeme.`;
    return {
      prohibited: `${upper(uses(count))} ${either(count, 'fällt', 'fallen')} unter eine verbotene Praktik.`,
      transparency: `Für ${count === 1 ? 'einen Einsatz' : `${number(count)} Einsätze`} gelten besondere Transparenzpflichten.`,
      minimal: `${upper(uses(count))} ${is} ohne besondere Einstufung.`,
      'out-of-scope': `${upper(uses(count))} ${either(count, 'liegt', 'liegen')} außerhalb der KI-Verordnung.`,
    }[which];
  },
  unsettled: (count) =>
    count === 0
      ? 'Keine Einstufung ist offen.'
      : `Bei ${inUses(count)} steht die Einstufung noch nicht fest, weil Angaben fehlen.`,
  named: (sentence, named) => `${sentence.replace(/\.$/, ':')} ${and(named)}.`,
  atMost: (highest, named) =>
    ({
      prohibited: `Im ungünstigsten Fall liegt eine verbotene Praktik vor: ${and(named)}.`,
      'high-risk': `Im ungünstigsten Fall liegt ein Hochrisiko-KI-System vor: ${and(named)}.`,
      transparency: `Im ungünstigsten Fall gelten besondere Transparenzpflichten: ${and(named)}.`,
      minimal: `Im ungünstigsten Fall gilt die KI-Verordnung, ohne besondere Einstufung: ${and(named)}.`,
      'out-of-scope': `Außerhalb der KI-Verordnung: ${and(named)}.`,
    })[highest],
  noUses: 'Es gibt keinen laufenden oder geplanten Einsatz.',
  prohibited: (count) =>
    count === 0
      ? 'Nach den Angaben ist kein Einsatz verboten.'
      : `Nach den Angaben ${either(count, 'ist', 'sind')} ${uses(count)} verboten:`,
  otherLaw: 'Auch andere Gesetze als die KI-Verordnung können einen Einsatz verbieten; auch das ist hier mitgezählt.',
  prohibitedUse: (use, stage) => (stage === null ? `${use}.` : `${use}, ${running[stage]}.`),
  maybeProhibited: (count) =>
    count === 0
      ? 'Offen ist diese Frage bei keinem Einsatz.'
      : `Bei ${inUses(count)} ist ein Verbot noch nicht ausgeschlossen, weil Angaben fehlen:`,
  aspectsIntro:
    'Gezählt sind die Pflichten der Stadt, jede in jedem Einsatz, in dem sie gilt oder gelten kann. Offen heißt: Niemand hat gesagt, ob sie gilt oder ob sie erfüllt ist.',
  aspect: (which, tally, unmetIn, openIn) => `${aspect[which]}: ${aspectText(tally, unmetIn, openIn)}`,
  waiversInForce: (count) =>
    count === 0
      ? 'Keine befristete Abweichung ist in Kraft.'
      : `${upper(of(count, 'befristete Abweichung', 'befristete Abweichungen'))} ${either(count, 'ist', 'sind')} in Kraft:`,
  waiversExpired: (count) =>
    count === 0
      ? 'Keine ist abgelaufen.'
      : `${upper(of(count, 'Abweichung', 'Abweichungen'))} ${either(count, 'ist', 'sind')} abgelaufen:`,
  waiversIdle: (count) =>
    `${upper(of(count, 'weitere Abweichung', 'weitere Abweichungen'))} ${either(count, 'ist', 'sind')} eingetragen, ${either(count, 'duldet', 'dulden')} am Stichtag aber nichts, weil die Pflicht nicht gilt, erfüllt oder offen ist oder die Abweichung noch nicht begonnen hat:`,
  waiverIdle: (use, duty, at) => `${use}: die Pflicht »${duty}«, eingetragen bis zum ${at}.`,
  waiver: (use, duty, at) => `${use}: Die Pflicht »${duty}« darf bis zum ${at} unerfüllt bleiben.`,
  waiverRanOut: (use, duty, at, ended) =>
    `${use}: Die Pflicht »${duty}« durfte bis zum ${at} unerfüllt bleiben.${ended ? ' Nach den Angaben ist der Einsatz inzwischen beendet.' : ''}`,
  overdue: (count) =>
    count === 0 ? 'Keine Überprüfung ist überfällig.' : `Bei ${inUses(count)} ist die Überprüfung überfällig:`,
  overdueSince: (use, at) => (at === null ? `${use}.` : `${use}, fällig war sie am ${at}.`),
  undated: (count) => `Bei ${inUses(count)} steht nicht fest, wann überprüft wird:`,
  events: (year, counts) => {
    const some = counts.filter(({ count }) => count > 0);
    const isOne = some.length === 1 && some[0]?.count === 1;
    return `Für das Jahr ${year} ${isOne ? 'ist' : 'sind'} festgehalten: ${eventsText(some)}.`;
  },
  eventsAt: (use, counts) => `${use}: ${eventsText(counts)}.`,
  noEvents: (year) => `Für das Jahr ${year} ist kein Ereignis festgehalten.`,
  silent: (count) =>
    count === 0
      ? 'In jedem Einsatz, der im Jahr lief, ist festgehalten, ob etwas geschehen ist.'
      : `Bei ${inUses(count)}, ${either(count, 'der', 'die')} im Jahr ${either(count, 'lief', 'liefen')}, hat niemand festgehalten, ob etwas geschehen ist:`,
  training: (state, count) => {
    const where = `In ${inUses(count)}`;
    return {
      met: `${where} sind die Pflichten zur Schulung erfüllt.`,
      waived: `${where} wird eine fehlende Schulung befristet geduldet.`,
      unmet: `${where} fehlt eine Schulung.`,
      open: `${where} ist nicht bekannt, ob ausreichend geschult wurde.`,
      none: `${where} gibt es nach den Angaben keine Pflicht zur Schulung.`,
    }[state];
  },
  share: (count) => `Wie viele geschult sind, ist in ${inUses(count)} festgehalten:`,
  shareOf: (use, what, value, at) => `${use}: »${what}: ${value}«, festgehalten am ${at}.`,
  noShare:
    'Wie viele Beschäftigte geschult sind, hat niemand festgehalten. Ein Anteil lässt sich deshalb nicht nennen.',
  shareNotSummed:
    'Diese Zahlen werden nicht zusammengezählt, weil dieselben Menschen in mehreren Einsätzen arbeiten können.',
  change,
  ahead,
  point: 'Offener Punkt:',
  written: (year, file) => `Der Bericht über das Jahr ${year} steht in ${file}.`,
  openPoint: [
    'Beschwerden, die bei Ratsmitgliedern, am Telefon oder bei der Datenschutzbeauftragten eingehen und die niemand in eine Datei einträgt, fehlen hier.',
    'Einsätze, die niemand gemeldet hat, fehlen hier. Dazu gehören Funktionen, die in vorhandener Software eingeschaltet wurden, und privat genutzte Werkzeuge.',
    'Ob ein Einsatz hält, was man sich von ihm versprochen hat, und was er kostet, steht nicht in den Angaben.',
    'Ob die genannten Nachweise inhaltlich taugen, hat das Programm nicht geprüft.',
  ],
};
