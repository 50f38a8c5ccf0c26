// duplicate-id: criteria, cohorts, definitions, terms and assertions each have an identifier of their own.
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { AstNode } from 'langium';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { recovered } from '../syntax/recovered.js';

interface Declared {
    kind: string;
    name: string;
    node: AstNode;
    file: number;
}

export function reportDuplicateIds(files: readonly ParsedFile[], diagnostics: DiagnosticCollector): void {
    const seen = new Map<string, Declared>();
    files.forEach((file, index) => {
        for (const declared of declarationsOf(file, index)) {
            if (declared.name === '') continue;
            const key = `${declared.kind} ${nameKey(declared.name)}`;
            const earlier = seen.get(key);
            if (earlier === undefined) {
                seen.set(key, declared);
                continue;
            }
            const range = file.source.asFile(index).rangeOf(declared.node);
            const place = files[earlier.file]?.source.asFile(earlier.file).rangeOf(earlier.node);
            diagnostics.report('duplicate-id', {
                message: `There is another ${declared.kind} '${declared.name}'${place === undefined ? '' : ` in line ${place.start.line + 1}`}. Every ${declared.kind} needs an identifier of its own: reports and amendments name it by that. Rename one of them.`,
                range: { ...range, end: firstLineEnd(range, file, index) },
                criteria: declared.kind === 'criterion' ? [declared.name] : [],
                related: place === undefined ? [] : [{ range: place, message: `The other ${declared.kind} '${declared.name}'` }],
            });
        }
    });
}

function firstLineEnd(range: { start: { line: number; character: number }; end: { line: number; character: number } }, file: ParsedFile, index: number): { line: number; character: number } {
    if (range.end.line === range.start.line) return range.end;
    const source = file.source.asFile(index);
    const start = source.offsetAt(range.start);
    const lineEnd = source.text.slice(start).search(/[\r\n]/);
    return source.positionAt(lineEnd < 0 ? source.text.length : start + lineEnd);
}

function declarationsOf(file: ParsedFile, index: number): Declared[] {
    const { symbols } = file;
    const of = (kind: string, nodes: readonly (AstNode & { name: string })[]): Declared[] => nodes.map((node) => ({ kind, name: recovered(node).name ?? '', node, file: index }));
    return [
        ...of('cohort', symbols.cohorts),
        ...of('criterion', symbols.criteria.map(({ node }) => node)),
        ...of('definition', symbols.definitions),
        ...of('term', symbols.terms),
        ...of('assertion', symbols.assertions),
    ];
}
