// The texts of a criterion (wording, short, title) with the place of each of their characters in the file.
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { AstNode } from 'langium';
import type { ParsedFile } from '../../resolve/parsed-file.js';
import type { SourceText } from '../../syntax/source-text.js';
import type { ModelCheckInput } from '../model-checks.js';

/** A text as it is read, with quotes and escapes gone. */
export interface PlacedText {
    text: string;
    /** The range in the file of the characters from `start` up to, not including, `end`. */
    rangeOf: (start: number, end: number) => SourceRange;
}

export interface PlacedTexts {
    title: PlacedText | null;
    wording: PlacedText[];
    short: PlacedText[];
    /** The syntax node of the criterion, and its source. */
    node: AstNode;
    source: SourceText;
}

/** The written criteria of a document in their order, each with its texts. */
export function* placedCriteria({ document, files }: ModelCheckInput): Generator<{ criterion: Criterion; texts: PlacedTexts }> {
    const written = document.criteria.filter((criterion) => criterion.origin === 'written');
    let next = 0;
    for (const [index, file] of files.entries()) {
        for (const { node } of file.symbols.criteria) {
            const criterion = written[next++];
            if (criterion === undefined) return;
            yield { criterion, texts: textsOf(node, file, index) };
        }
    }
}

function textsOf(node: ParsedFile['symbols']['criteria'][number]['node'], file: ParsedFile, index: number): PlacedTexts {
    const source = file.source.asFile(index);
    const notes = (key: string): PlacedText[] =>
        (node.items ?? []).flatMap((item) => (item.$type === 'TextNote' && item.key === key ? (placedText(source, item.$cstNode) ?? []) : []));
    const head = node.$cstNode === undefined ? undefined : { offset: node.$cstNode.offset, text: node.$cstNode.text.slice(0, headLength(node.$cstNode.text)) };
    return { title: node.title === undefined ? null : (placedText(source, head) ?? null), wording: notes('wording'), short: notes('short'), node, source };
}

// Up to the brace of the body: the title stands there, and texts of the body do not.
function headLength(text: string): number {
    const match = /^(?:[^"“{]|"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”)*/.exec(text);
    return match?.[0].length ?? text.length;
}

/** The first text in double quotes of a stretch of the file. */
export function placedText(source: SourceText, stretch: { offset: number; text: string } | undefined): PlacedText | undefined {
    const match = stretch === undefined ? null : /"((?:\\.|[^"\\\r\n])*)"?|“([^”\r\n]*)”?/.exec(stretch.text);
    if (match === null || stretch === undefined) return undefined;
    const curly = match[2] !== undefined;
    const body = match[1] ?? match[2] ?? '';
    const first = stretch.offset + match.index + 1;
    const places: number[] = [];
    let text = '';
    for (let i = 0; i < body.length; i++) {
        places.push(first + i);
        const escaped = !curly && body[i] === '\\' && i + 1 < body.length ? body[++i] : undefined;
        text += escaped === undefined ? body[i] : escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped;
    }
    places.push(first + body.length);
    return { text, rangeOf: (start, end) => source.range(places[start] ?? first, places[Math.min(end, places.length - 1)] ?? first) };
}
