// Puts the questions of a document to the analyser and to z3, and tells where they disagree.
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { RandomSource } from '../random-source.js';
import { criteriaOf, NativeDocument } from './native-document.js';
import { Names, type Question, questionsOf } from './questions.js';
import type { RandomProtocol } from './random-protocol.js';
import type { Z3, Z3Session } from './z3.js';

export interface Disagreement {
    readonly about: string;
    readonly analyser: string;
    readonly z3: string;
    readonly asked: Question['assumed'];
}

export interface Compared {
    readonly questions: number;
    readonly unsatisfiable: number;
    /** Questions that z3 gave up. */
    readonly undecided: number;
    readonly disagreements: readonly Disagreement[];
}

export interface Sides {
    readonly analysis: DocumentAnalysis;
    readonly natives: readonly { readonly native: NativeDocument; readonly session: Z3Session }[];
    readonly isExact: boolean;
}

/** A question as z3 answers it: on a time line in which every two points are ordered, there is one answer; else somebody on any of the dates is enough. */
export function answerOfZ3(sides: Sides, assumed: Question['assumed']): boolean | null {
    let answer: boolean | null = false;
    for (const { native, session } of sides.natives) {
        const found = session.isSatisfiable(assumed.map(({ asked, holds }) => ({ name: native.nameOf(asked), holds })));
        if (found === true) return true;
        if (found === null) answer = null;
    }
    return answer;
}

export function compare(
    z3: Z3,
    protocol: RandomProtocol,
    random: RandomSource,
    most: number,
    check?: (sides: Sides, names: Names) => Disagreement[],
    analysis = new DocumentAnalysis(protocol.document),
): Compared {
    const { document, clocks } = protocol;
    const names = new Names();
    const questions = questionsOf(analysis, names, random, most);
    for (const { scenario } of analysis.worlds.flatMap(({ cohorts }) => cohorts)) scenario.parts.forEach((part) => names.of(part));
    const asked = [...new Set([...names.ofParts, ...questions.flatMap(({ assumed }) => assumed.map((each) => each.asked))])];
    const natives = clocks.map((clock) => {
        const native = new NativeDocument(document, clock, asked);
        return { native, session: z3.session(native.script) };
    });
    const sides: Sides = { analysis, natives, isExact: clocks.length === 1 };
    try {
        const answers = questions.map((question) => answerOfZ3(sides, question.assumed));
        const disagreements = [
            ...scenariosDiffer(analysis),
            ...questions.flatMap((question, index) => disagreementOn(question, answers[index] ?? null, sides)),
            ...(check?.(sides, names) ?? []),
        ];
        const undecided = answers.filter((answer) => answer === null).length;
        return {
            questions: questions.length - undecided,
            unsatisfiable: questions.filter(({ answer }) => answer === 'unsat').length,
            undecided,
            disagreements,
        };
    } finally {
        for (const { session } of natives) session.close();
    }
}

function disagreementOn({ about, answer, assumed }: Question, isSatisfiable: boolean | null, sides: Sides): Disagreement[] {
    if (isSatisfiable === null) return [];
    // Where dates decide, the analyser may miss what is impossible, and must not invent it.
    const isRight = answer === (isSatisfiable ? 'sat' : 'unsat') || (!sides.isExact && answer === 'sat');
    return isRight ? [] : [{ about, analyser: answer, z3: isSatisfiable ? 'sat' : 'unsat', asked: assumed }];
}

// Which criteria decide for a cohort is worked out again.
function scenariosDiffer({ document, worlds }: DocumentAnalysis): Disagreement[] {
    const text = (parts: readonly { criterion: { id: string }; reading: number }[]): string =>
        parts.map(({ criterion, reading }) => `${criterion.id} ${reading}`).join();
    return worlds.flatMap(({ cohorts }) =>
        cohorts.flatMap(({ scenario }) => {
            const { reading, cohort, parts } = scenario;
            const expected = criteriaOf(document, cohort, (criterion) =>
                reading?.criterion === criterion.id ? criterion.readings.findIndex(({ id }) => id === reading.id) : 0,
            );
            return text(expected) === text(parts) ? [] : [{ about: `criteria of ${cohort.id}`, analyser: text(parts), z3: text(expected), asked: [] }];
        }),
    );
}
