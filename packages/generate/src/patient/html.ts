// The patient text as one self-contained, accessible HTML page without scripts; every text of the author's is escaped.
import { finished, pointSentences } from './finished-text.js';
import { PATIENT_STYLE } from './html-style.js';
import { capitalize, spanText, type Span } from './inline.js';
import type { PatientDocument, Point, PointTable, Section, Side } from './patient-document.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
    return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

function inline(spans: readonly Span[]): string {
    return escapeHtml(spanText(spans));
}

function sentences(spans: readonly (readonly Span[])[]): string {
    return spans.map(inline).join(' ');
}

function table({ head, rows }: PointTable): string[] {
    const cells = head.map((cell) => `<th scope="col">${inline(capitalize(cell))}</th>`).join('');
    return [
        '<table>',
        `<thead><tr>${cells}</tr></thead>`,
        '<tbody>',
        ...rows.map(([name, value]) => `<tr><th scope="row">${inline(capitalize(name))}</th><td>${inline(value)}</td></tr>`),
        '</tbody>',
        '</table>',
    ];
}

function below(item: Point): string[] {
    return [
        ...(item.table === null ? [] : table(item.table)),
        ...(item.items.length === 0 ? [] : ['<ul>', ...item.items.flatMap((inner) => listItem(inner, '')), '</ul>']),
        ...item.after.flatMap((after) => [`<p>${sentences(pointSentences(after))}</p>`, ...below(after)]),
    ];
}

function listItem(item: Point, attribute: string): string[] {
    const text = sentences(pointSentences(item));
    const inside = below(item);
    return inside.length === 0 ? [`<li${attribute}>${text}</li>`] : [`<li${attribute}>${text}`, ...inside, '</li>'];
}

function side({ title, note, groups }: Side, excluding: boolean): string[] {
    return [
        `<section>`,
        `<h3 class="${excluding ? 'cannot' : 'can'}">${escapeHtml(title)}</h3>`,
        `<p>${escapeHtml(note)}</p>`,
        ...groups.flatMap((group) => [
            `<h4>${escapeHtml(group.title)}</h4>`,
            '<ul>',
            ...group.points.flatMap(({ criteria, point }) => listItem(point, ` data-criterion="${escapeHtml(criteria.join(' '))}"`)),
            '</ul>',
        ]),
        '</section>',
    ];
}

function section({ anchor, title, intro, sides }: Section): string[] {
    return [
        `<section aria-labelledby="${anchor}">`,
        `<h2 id="${anchor}">${inline(title)}</h2>`,
        ...(intro.length === 0 ? [] : [`<p>${sentences(intro.map((sentence) => finished(sentence, '.')))}</p>`]),
        ...sides.flatMap((part) => side(part, part.excluding)),
        '</section>',
    ];
}

function navigation(document: PatientDocument): string[] {
    const links = [
        ...document.sections.map(({ anchor, title }) => [anchor, inline(title)]),
        ['next', 'What you can do next'],
        ...(document.explanations.length === 0 ? [] : [['words', 'Words on this page']]),
    ];
    return [
        '<nav aria-labelledby="contents">',
        '<h2 id="contents">On this page</h2>',
        '<ul>',
        ...links.map(([anchor, title]) => `<li><a href="#${anchor}">${title}</a></li>`),
        '</ul>',
        '</nav>',
    ];
}

/** A whole page; ends with a newline. The policy in its head forbids scripts, requests and forms. */
export function toHtml(document: PatientDocument): string {
    const study = document.study.flatMap(({ label, value }) => [`<dt>${escapeHtml(label)}</dt>`, `<dd>${escapeHtml(value)}</dd>`]);
    const meanings = document.explanations.flatMap(({ word, meaning }) => [
        `<dt>${inline(capitalize(word))}</dt>`,
        `<dd>${inline(finished(meaning, '.'))}</dd>`,
    ]);
    const heading = document.study[0]?.value;
    return `${[
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${escapeHtml(document.title)}${heading === undefined ? '' : ` ${escapeHtml(heading)}`}</title>`,
        `<style>${PATIENT_STYLE}</style>`,
        '</head>',
        '<body>',
        '<main>',
        `<h1>${escapeHtml(document.title)}</h1>`,
        ...(study.length === 0 ? [] : ['<dl class="study">', ...study, '</dl>']),
        '<section aria-labelledby="about">',
        '<h2 id="about">What this page is</h2>',
        ...document.about.flatMap((item) => [`<p>${sentences(pointSentences(item))}</p>`, ...below(item)]),
        '</section>',
        ...navigation(document),
        ...document.sections.flatMap(section),
        '<section aria-labelledby="next">',
        '<h2 id="next">What you can do next</h2>',
        '<ul>',
        ...document.next.map((sentence) => `<li>${inline(finished(sentence, '.'))}</li>`),
        '</ul>',
        '</section>',
        ...(meanings.length === 0
            ? []
            : ['<section aria-labelledby="words">', '<h2 id="words">Words on this page</h2>', '<dl class="words">', ...meanings, '</dl>', '</section>']),
        '</main>',
        '</body>',
        '</html>',
    ].join('\n')}\n`;
}
