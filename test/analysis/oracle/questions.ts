// The questions of a document, each with the analyser's answer and with the names that z3 is to assume.
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Formula } from '@crit-lang/analysis/encode/formulas.js';
import { negated } from '@crit-lang/analysis/solver/literal.js';
import { type Alternative, alternativesOf } from '@crit-lang/analysis/subjects/alternatives.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { Answer } from '@crit-lang/analysis/solver/sat-solver.js';
import type { RandomSource } from '../random-source.js';
import { Hierarchy } from './hierarchy.js';
import type { Asked } from './native-document.js';

export interface Question {
    readonly about: string;
    readonly answer: Answer;
    readonly assumed: readonly { readonly asked: Asked; readonly holds: boolean }[];
}

/** What is put to z3 for the parts of one analysis: the same part is asked under one name. */
export class Names {
    private readonly known = new Map<string, Asked>();

    of({ criterion, reading, cohort }: Part): Asked {
        const id = `${criterion.id}\n${reading}\n${cohort}`;
        let asked = this.known.get(id);
        if (asked === undefined) {
            asked = { criterion, reading, cohort };
            this.known.set(id, asked);
        }
        return asked;
    }

    get ofParts(): Iterable<Asked> {
        return this.known.values();
    }

    with(part: Part, rule: Criterion['rule']): Asked {
        return { criterion: part.criterion, reading: part.reading, cohort: part.cohort, rule };
    }
}

/** Whether one patient passes all the parts, with formulas of the component of one of them on top. */
export function askAll(analysis: DocumentAnalysis, parts: readonly Part[], about: Part | null, formulas: readonly Formula[]): Answer {
    const home = about === null ? null : analysis.components.placeOf(about).component;
    let worst: Answer = 'sat';
    for (const placed of analysis.components.components) {
        const answer = analysis.components.ask(placed, parts, placed === home ? formulas : []);
        if (answer === 'unsat') return 'unsat';
        if (answer === 'undecided') worst = 'undecided';
    }
    return worst;
}

export function questionsOf(analysis: DocumentAnalysis, names: Names, random: RandomSource, most: number): Question[] {
    const found: Question[] = [];
    const passing = (parts: readonly Part[]): Question['assumed'] => parts.map((part) => ({ asked: names.of(part), holds: true }));
    const ask = (about: string, parts: readonly Part[], home: Part | null, formulas: readonly Formula[], more: Question['assumed']): void => {
        found.push({ about, answer: askAll(analysis, parts, home, formulas), assumed: [...passing(parts), ...more] });
    };
    for (const world of analysis.worlds) {
        for (const { scenario, satisfiable, repaired } of world.cohorts) {
            const { parts, cohort } = scenario;
            const reading = scenario.reading === null ? '' : ` with ${scenario.reading.criterion} read as ${scenario.reading.id}`;
            found.push({
                about: `cohort ${cohort.id}${reading}`,
                answer: satisfiable === null ? 'undecided' : satisfiable ? 'sat' : 'unsat',
                assumed: passing(parts),
            });
            ask(`repaired ${cohort.id}${reading}`, repaired, null, [], []);
            for (const base of repaired.length === parts.length ? [parts] : [parts, repaired]) {
                for (const part of base) {
                    const others = base.filter((each) => each !== part);
                    const { component, member } = analysis.components.placeOf(part);
                    ask(`${cohort.id}${reading} without ${part.criterion.id}`, others, null, [], []);
                    const fails = negated(component.component.formulaOf(member));
                    ask(`${cohort.id}${reading} failing ${part.criterion.id}`, others, part, [fails], [{ asked: names.of(part), holds: false }]);
                    if (base !== repaired && repaired.length < parts.length) continue;
                    for (const alternative of alternativesOf(part.rule)) {
                        const about = `${cohort.id}${reading}, ${part.criterion.id}, ${alternative.kind} ${alternative.place}: ${JSON.stringify(alternative.condition)}`;
                        // An exception from a class that it is no kind of takes nothing away, whoever has it; nor does one for which another criterion stands.
                        const isTaken = alternative.kind !== 'exception' || takesAway(alternative, part, analysis);
                        if (isTaken) {
                            const taken = component.component.formulaWith(member, alternative.condition);
                            const takenName = names.with(part, alternative.condition);
                            ask(`${about}, is so`, others, part, [taken], [{ asked: takenName, holds: true }]);
                            ask(`${about}, is not so`, base, part, [negated(taken)], [{ asked: takenName, holds: false }]);
                        }
                        for (const [change, made] of [['without', alternative.without] as const, ['as all', alternative.asAll] as const]) {
                            if (made === null) continue;
                            const rule = made();
                            const changed = component.component.formulaWith(member, rule);
                            const changedName = names.with(part, rule);
                            ask(`${about}, ${change}, decides`, base, part, [negated(changed)], [{ asked: changedName, holds: false }]);
                            ask(
                                `${about}, ${change}, decides otherwise`,
                                others,
                                part,
                                [changed, fails],
                                [
                                    { asked: changedName, holds: true },
                                    { asked: names.of(part), holds: false },
                                ],
                            );
                        }
                    }
                }
            }
        }
        const cohorts = world.cohorts;
        cohorts.forEach((one, index) => {
            for (const other of cohorts.slice(index + 1)) {
                for (const [first, second] of [[one.scenario.parts, other.scenario.parts] as const, [one.repaired, other.repaired] as const]) {
                    ask(`${one.scenario.cohort.id} and ${other.scenario.cohort.id} together`, [...first, ...second], null, [], []);
                }
            }
        });
    }
    return random.sample(found, most);
}

function takesAway({ list, place }: Alternative, { replaced }: Part, { subject: { document } }: DocumentAnalysis): boolean {
    const excepted = 'except' in list ? list.except[place]?.selection.term : undefined;
    if (excepted === undefined || excepted === null || !('except' in list) || list.term === null) return false;
    const hierarchy = new Hierarchy(document);
    return hierarchy.isA(excepted, list.term) && ![...replaced].some((term) => hierarchy.isA(excepted, term));
}
