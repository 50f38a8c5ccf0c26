// The findings of a file by what they speak of and where they stand: looked up for each criterion, so that large protocols cost no more than they are long.
import type { Diagnostic as Finding } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';

export class FindingsByPlace {
    private readonly byCriterion = new Map<string, Finding[]>();
    private readonly byLine = new Map<number, Finding[]>();

    constructor(findings: readonly Finding[]) {
        for (const finding of findings) {
            for (const id of finding.criteria) add(this.byCriterion, id, finding);
            if (finding.range.file === 0) add(this.byLine, finding.range.start.line, finding);
        }
    }

    /** Those that name a criterion. */
    naming(criterion: string): readonly Finding[] {
        return this.byCriterion.get(criterion) ?? [];
    }

    /** Those that name it or begin in its lines. */
    about(criterion: string, range: SourceRange | undefined): Finding[] {
        return [...new Set([...this.naming(criterion), ...this.within(range)])];
    }

    /** Those that begin in these lines of the main file. */
    within(range: SourceRange | undefined): Finding[] {
        const found: Finding[] = [];
        if (range?.file !== 0) return found;
        for (let line = range.start.line; line <= range.end.line; line++) found.push(...(this.byLine.get(line) ?? []));
        return found;
    }
}

function add<Key>(map: Map<Key, Finding[]>, key: Key, finding: Finding): void {
    const known = map.get(key);
    if (known === undefined) map.set(key, [finding]);
    else known.push(finding);
}
