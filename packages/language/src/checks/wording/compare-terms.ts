// Reports terms that stand in a list of the wording and that the rule does not cover, and terms of the rule's lists that the wording does not name.
import type { Compared } from './compared.js';
import { ADVICE } from './compared.js';
import { listsOfTerms } from './listed-terms.js';
import { abbreviationsOf, givesExamples } from './paragraph.js';
import { plainWording } from './plain-wording.js';
import { RuleCoverage } from './rule-coverage.js';
import type { RuleTerms } from './rule-terms.js';
import { ruleTerms } from './rule-terms.js';
import { wordSet } from './term-words.js';
import { WordingNames } from './wording-names.js';

export function compareTerms(compared: Compared): void {
    const rule = ruleTerms(compared.rule, compared.input.document.definitions);
    const reported = new Set<string>();
    reportUncovered(compared, rule, reported);
    if (compared.called === 'wording') reportUnnamed(compared, rule, reported);
}

function reportUncovered(compared: Compared, rule: RuleTerms, reported: Set<string>): void {
    const { input, kin, numbers, paragraphs, called, report } = compared;
    const lists = paragraphs.map(({ plain, terms }) => listsOfTerms(plain, terms));
    if (lists.every((found) => found.length === 0)) return;
    const coverage = new RuleCoverage(
        input.scope,
        kin,
        rule,
        indexDiseases(compared),
        numbers.texts.map(({ text }) => text),
    );
    for (const [index, { placed, plain }] of paragraphs.entries()) {
        for (const found of (lists[index] ?? []).flatMap((list) => coverage.uncovered(list, plain))) {
            const id = found.hits[0]?.id ?? '';
            if (reported.has(id)) continue;
            reported.add(id);
            report(
                `'${plain.slice(found.start, found.end)}' stands in a list of the ${called}, and nothing in the rule covers it, so the rule lets through or keeps out others than the text says. ${ADVICE}`,
                placed.rangeOf(found.start, found.end),
            );
        }
    }
}

// The disease of the cohorts that a criterion is for may be named beside what it says; an exclusion for everybody has none.
function indexDiseases({ input, criterion }: Compared): string[] {
    if (criterion.kind === 'exclude' && criterion.cohorts === null) return [];
    const cohorts = input.document.cohorts.filter((cohort) => criterion.cohorts === null || criterion.cohorts.includes(cohort.id));
    return cohorts.flatMap((cohort) => cohort.index?.term ?? []);
}

function reportUnnamed({ input, kin, criterion, paragraphs, report }: Compared, rule: RuleTerms, reported: Set<string>): void {
    const listed = rule.own.filter((term) => term.list !== null && term.range !== undefined);
    if (listed.length === 0) return;
    // Notes explain what the rule has beyond the wording.
    const words = [...paragraphs.map(({ plain }) => wordSet(plain)), ...criterion.notes.map((note) => wordSet(plainWording(note)))];
    const wording = new WordingNames(
        input.scope,
        kin,
        paragraphs.flatMap(({ terms }) => terms),
        words,
        paragraphs.some(givesExamples),
        paragraphs.flatMap(abbreviationsOf),
    );
    for (const term of listed) {
        if (reported.has(term.id) || term.range === undefined || wording.names(term)) continue;
        reported.add(term.id);
        report(
            `'${term.id}' stands in a list of the rule, and the wording does not name it, nor a class that it belongs to: a reader of the text would not expect it. ${ADVICE}`,
            term.range,
        );
    }
}
