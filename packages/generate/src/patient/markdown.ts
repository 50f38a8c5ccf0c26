// The patient text as Markdown; every text of the author's is escaped, so that it shows as it was written.
import { finished, pointSentences } from './finished-text.js';
import { capitalize, spanText, type Span } from './inline.js';
import type { PatientDocument, Point, PointTable, Section, Sentence } from './patient-document.js';

/** Characters that Markdown or the HTML in it would take for markup. */
export function escapeMarkdown(text: string): string {
    return text
        .replace(/[\\`*_[\]<>|~#]/gu, '\\$&')
        .replace(/&(?=#?\w+;)/gu, '&amp;')
        .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/u, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

function inline(spans: readonly Span[]): string {
    return escapeMarkdown(spanText(spans));
}

function paragraph(sentences: readonly (readonly Span[])[]): string {
    return escapeMarkdown(sentences.map(spanText).join(' '));
}

function table({ head, rows }: PointTable, indent: string): string[] {
    const row = (cells: readonly [readonly Span[], readonly Span[]]): string => `${indent}| ${cells.map((cell) => inline(capitalize(cell))).join(' | ')} |`;
    return ['', row(head), `${indent}| --- | --- |`, ...rows.map(row), ''];
}

function point(item: Point, indent: string): string[] {
    const below = `${indent}  `;
    return [
        `${indent}- ${paragraph(pointSentences(item))}`,
        ...(item.table === null ? [] : table(item.table, below)),
        ...item.items.flatMap((inner) => point(inner, below)),
        ...item.after.flatMap((after) => ['', `${below}${paragraph(pointSentences(after))}`, ...listBelow(after, below)]),
    ];
}

function listBelow(item: Point, indent: string): string[] {
    const lines = [...(item.table === null ? [] : table(item.table, indent)), ...item.items.flatMap((inner) => point(inner, indent))];
    const after = item.after.flatMap((more) => ['', `${indent}${paragraph(pointSentences(more))}`, ...listBelow(more, indent)]);
    return lines.length === 0 ? after : ['', ...lines, ...after];
}

function section({ title, intro, sides }: Section): string[] {
    return [
        `## ${inline(title)}`,
        '',
        ...(intro.length === 0 ? [] : [paragraph(intro.map((sentence) => finished(sentence, '.'))), '']),
        ...sides.flatMap((side) => [
            `### ${side.title}`,
            '',
            side.note,
            '',
            ...side.groups.flatMap((group) => [`#### ${group.title}`, '', ...group.points.flatMap((entry) => point(entry.point, '')), '']),
        ]),
    ];
}

/** A whole patient text; ends with a newline. */
export function toMarkdown(document: PatientDocument): string {
    const paragraphs = (sentences: readonly Sentence[]): string => paragraph(sentences.map((sentence) => finished(sentence, '.')));
    const lines = [
        `# ${document.title}`,
        '',
        ...document.study.map(({ label, value }) => `- **${label}:** ${escapeMarkdown(value)}`),
        '',
        '## What this page is',
        '',
        ...document.about.flatMap((item) => [paragraph(pointSentences(item)), ...listBelow(item, ''), '']),
        ...document.sections.flatMap(section),
        '## What you can do next',
        '',
        paragraphs(document.next),
        '',
        ...(document.explanations.length === 0
            ? []
            : [
                  '## Words on this page',
                  '',
                  ...document.explanations.map(({ word, meaning }) => `- **${inline(capitalize(word))}:** ${inline(finished(meaning, '.'))}`),
                  '',
              ]),
    ];
    return `${lines
        .join('\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trimEnd()}\n`;
}
