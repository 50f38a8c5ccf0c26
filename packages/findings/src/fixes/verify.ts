// Whether a fix helps: the changed document is analysed, the finding has to be gone, and no new error or warning may be there.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { not } from '@crit-lang/analysis/encode/formulas.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { QUESTIONS } from '@crit-lang/analysis/questions/questions.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { severityOf } from '../severity.js';
import { saysNothing } from './idle-alternative.js';
import type { Proposal } from './proposal.js';

/** What is found of a document, cohort by cohort, so that a finding that is left in one cohort of two is no new one. */
export class KnownFindings {
    private readonly keys: ReadonlySet<string>;
    /** Exclusions that add nothing: of what stands in them nothing is said, as long as that is so. */
    private readonly silent: ReadonlySet<string>;
    /** What was found after each change; several findings may have one fix. */
    private readonly after = new Map<string, FindingsAfter>();

    constructor(
        private readonly analysis: DocumentAnalysis,
        private readonly found: readonly Finding[],
    ) {
        this.keys = new Set(found.flatMap(keysOf));
        this.silent = new Set(
            found.flatMap((each) => (each.name === 'criterion-redundant' && each.part.criterion.kind === 'exclude' ? [each.part.criterion.id] : [])),
        );
    }

    /** Whether the criterion adds nothing in any of its cohorts. */
    isRedundant({ criterion }: Part, cohorts: readonly string[]): boolean {
        return cohorts.every((cohort) => this.keys.has(`criterion-redundant ${cohort} ${criterion.id}`));
    }

    isFixedBy(finding: Finding, { document, edits, widened, dropped }: Proposal): boolean {
        if (dropped !== undefined && saysNothing(dropped, this.analysis, this.found)) return true;
        if (widened !== undefined && this.changesNobody(widened)) return true;
        const key = JSON.stringify(edits);
        const after = this.after.get(key) ?? new FindingsAfter(document, this.analysis);
        this.after.set(key, after);
        const fixed = new Set(keysOf(finding));
        return after.every(({ keys, isGrave }) => !keys.some((each) => fixed.has(each)) && (!isGrave || keys.every((each) => this.keys.has(each))));
    }

    /**
     * Whether the same people qualify when a criterion keeps out fewer by itself. Then nothing new can be found: every error and warning says that something
     * is impossible given the criteria, and of what is possible given more of them nothing becomes impossible. Not claimed where the criterion is part of a
     * conflict, as the repaired cohort would be another then, nor where other criteria add nothing, as they may do so because of this one.
     */
    private changesNobody({ part, rule }: NonNullable<Proposal['widened']>): boolean {
        const { components, worlds } = this.analysis;
        if (part.criterion.readings.length > 0 || [...this.silent].some((id) => id !== part.criterion.id)) return false;
        return worlds.every(({ cohorts }) =>
            cohorts.every(({ scenario, conflicts, repaired, satisfiable }) => {
                const own = scenario.parts.find(({ criterion }) => criterion === part.criterion);
                if (own === undefined) return true;
                if (satisfiable === null || conflicts.some(({ parts }) => parts.includes(own)) || !repaired.includes(own)) return false;
                const { component, member } = components.placeOf(own);
                const { formulas } = component.component.space;
                const before = component.component.formulaOf(member);
                const lost = not(before);
                const gained = rule === null ? lost : formulas.and([component.component.formulaWith(member, rule), lost]);
                return (
                    components.ask(
                        component,
                        repaired.filter((each) => each !== own),
                        [gained],
                    ) === 'unsat'
                );
            }),
        );
    }
}

interface FoundAfter {
    readonly keys: readonly string[];
    readonly isGrave: boolean;
}

/** What is found of a changed document: question by question, as far as it is asked for. A fix that does not help mostly shows with the first. */
class FindingsAfter {
    private readonly known: FoundAfter[] = [];
    private readonly rest: Iterator<FoundAfter>;

    constructor(document: CriteriaDocument, before: DocumentAnalysis) {
        this.rest = foundAfter(document, before);
    }

    every(is: (found: FoundAfter) => boolean): boolean {
        if (!this.known.every(is)) return false;
        for (let next = this.rest.next(); next.done !== true; next = this.rest.next()) {
            this.known.push(next.value);
            if (!is(next.value)) return false;
        }
        return true;
    }
}

function* foundAfter(document: CriteriaDocument, before: DocumentAnalysis): Generator<FoundAfter> {
    const analysis = new DocumentAnalysis(document, before.cache);
    for (const question of QUESTIONS) {
        for (const world of analysis.worlds) {
            for (const finding of question(analysis, world)) {
                const severity = severityOf(finding);
                yield { keys: keysOf(finding), isGrave: severity === 'error' || severity === 'warning' };
            }
        }
    }
}

/** One for each cohort: the same as long as the same is found there. Places are those of the text before, which a changed model still has. */
function keysOf(finding: Finding): string[] {
    const subject = subjectOf(finding);
    if (finding.name === 'cohorts-overlap') return [`${finding.name} ${finding.cohorts.join()} ${subject}`];
    return finding.cohorts.map((cohort) => `${finding.name} ${cohort} ${subject}`);
}

function subjectOf(finding: Finding): string {
    const ids = (parts: readonly { readonly criterion: { readonly id: string } }[]): string => parts.map(({ criterion }) => criterion.id).join();
    switch (finding.name) {
        case 'cohort-unsatisfiable':
            return ids(finding.conflict.parts);
        case 'alternative-unreachable':
            return `${finding.part.criterion.id} ${JSON.stringify(finding.alternative.range)}`;
        case 'alternative-never-decisive':
            return `${finding.part.criterion.id} ${finding.alternatives.map(({ range }) => JSON.stringify(range)).join()}`;
        case 'boundary-mismatch':
        case 'satisfiable-only-in-a-sliver':
            return ids(finding.parts);
        case 'knowledge-undeclared':
            return `${finding.question.kind} ${ids(finding.parts)}`;
        case 'assertion-failed':
            return finding.assertion.id;
        case 'cohorts-overlap':
            return finding.isForbidden ? 'forbidden' : '';
        case 'not-decided':
            return `${finding.part?.criterion.id ?? ''} ${finding.what}`;
        case 'cohort-unguarded':
        case 'criterion-redundant':
        case 'criterion-never-met':
        case 'criterion-always-met':
            return finding.part.criterion.id;
    }
}
