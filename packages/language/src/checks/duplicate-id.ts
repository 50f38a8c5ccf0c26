// duplicate-id: criteria, cohorts, definitions, terms and assertions each have an identifier of their own.
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { AstNode } from 'langium';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { partOf, rangeOfPart } from '../syntax/parts.js';
import { recovered } from '../syntax/recovered.js';
import { writeName } from '../syntax/write-name.js';

interface Declared {
    kind: 'cohort' | 'criterion' | 'definition' | 'term' | 'assertion';
    name: string;
    node: AstNode;
    file: number;
}

export function reportDuplicateIds(files: readonly ParsedFile[], diagnostics: DiagnosticCollector): void {
    const all = files.flatMap(declarationsOf).filter(({ name }) => name !== '');
    const seen = new Map<string, Declared>();
    const taken = new Set(all.map(keyOf));
    for (const declared of all) {
        const earlier = seen.get(keyOf(declared));
        if (earlier === undefined) {
            seen.set(keyOf(declared), declared);
            continue;
        }
        const { kind, name } = declared;
        const range = placeOf(declared, files);
        const other = placeOf(earlier, files);
        const free = freeName(declared, taken);
        const where = earlier.file === declared.file ? `in line ${other.start.line + 1}` : `in ${files[earlier.file]?.source.path ?? 'another file'}`;
        diagnostics.report('duplicate-id', {
            message: `There is another ${kind} '${name}' ${where}. Every ${kind} needs an identifier of its own: reports, amendments and other criteria name it by that. Rename one of them.`,
            range,
            criteria: kind === 'criterion' ? [name] : [],
            related: [{ range: other, message: `The other ${kind} '${name}'` }],
            fixes: [{ title: `Rename this one to '${free}'`, edits: [{ range, newText: writeName(free) }] }],
        });
    }
}

function keyOf({ kind, name }: Declared): string {
    return `${kind} ${nameKey(name)}`;
}

function placeOf({ node, file }: Declared, files: readonly ParsedFile[]): ReturnType<typeof rangeOfPart> {
    const source = files[file]?.source.asFile(file);
    if (source === undefined) throw new RangeError(`There is no file ${file}.`);
    return rangeOfPart(source, node, partOf(node, 'name'));
}

function freeName({ kind, name }: Declared, taken: Set<string>): string {
    const joint = kind === 'term' || kind === 'definition' ? ' ' : '-';
    for (let number = 2; ; number++) {
        const free = `${name}${joint}${number}`;
        const key = `${kind} ${nameKey(free)}`;
        if (taken.has(key)) continue;
        taken.add(key);
        return free;
    }
}

function declarationsOf(file: ParsedFile, index: number): Declared[] {
    const { symbols } = file;
    const of = (kind: Declared['kind'], nodes: readonly (AstNode & { name: string })[]): Declared[] =>
        nodes.map((node) => ({ kind, name: recovered(node).name ?? '', node, file: index }));
    return [
        ...of('cohort', symbols.cohorts),
        ...of(
            'criterion',
            symbols.criteria.map(({ node }) => node),
        ),
        ...of('definition', symbols.definitions),
        ...of('term', symbols.terms),
        ...of('assertion', symbols.assertions),
    ];
}
