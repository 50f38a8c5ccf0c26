// cohort-without-diagnosis: a cohort names its disease, and no written criterion asks for it.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { NameScope } from '../resolve/name-scope.js';
import { partOf, rangeOfPart } from '../syntax/parts.js';
import { quoteText } from '../syntax/written-values.js';
import { writeName } from '../syntax/write-name.js';
import type { ModelCheck, ModelCheckInput } from './model-checks.js';

export const cohortWithoutDiagnosis: ModelCheck = {
    name: 'cohort-without-diagnosis',
    run(input) {
        const { document, scope } = input;
        const inclusions = document.criteria.filter((criterion) => criterion.origin === 'written' && criterion.kind === 'include');
        // Before the first criterion is written there is nothing to miss.
        if (inclusions.length === 0) return;
        for (const cohort of document.cohorts) {
            const disease = cohort.index?.term;
            if (disease === undefined || disease === null) continue;
            const states = statementOf(disease, document, scope);
            if (!inclusions.some((criterion) => rulesFor(cohort.id, criterion).some((rule) => states(rule)))) reportCohort(input, cohort, disease);
        }
    },
};

/** The rules of a criterion that a cohort comes under. */
function rulesFor(cohort: string, { rule, cohorts, readings }: Criterion): Condition[] {
    const read = readings.length > 0 ? readings.map((reading) => ({ rule: reading.rule, cohorts: reading.cohorts ?? cohorts })) : [{ rule, cohorts }];
    return read.filter((each) => each.cohorts?.includes(cohort) ?? true).map((each) => each.rule);
}

/** Says of a condition whether it asks for the disease: its presence, its classification criteria, or a text that names it. */
function statementOf(disease: string, document: CriteriaDocument, scope: NameScope): (rule: Condition) => boolean {
    const key = nameKey(disease);
    const below = new Set([key, ...scope.terms.descendantsOf(disease).map(nameKey)]);
    const around = new Set([...below, ...scope.terms.ancestorsOf(disease).map(nameKey)]);
    const term = scope.term(disease);
    const names = [disease, term?.title ?? '', ...(term?.synonyms ?? [])].filter((name) => name !== '').map(nameKey);
    const classifies = (id: string): boolean => (scope.term(id)?.classifies ?? []).some((name) => around.has(nameKey(name)));
    const texts = (text: string): boolean => names.some((name) => ` ${nameKey(text).replace(/[^\p{L}\p{Nd}'-]+/gu, ' ')} `.includes(` ${name} `));
    const open = new Set<string>();
    const states = (rule: Condition): boolean => {
        switch (rule.kind) {
            case 'all':
            case 'any':
                return rule.of.some(states);
            case 'count':
                return rule.items.some((item) => states(item.condition));
            case 'guard':
                return states(rule.then) || (rule.otherwise !== null && states(rule.otherwise));
            case 'cases':
                return rule.rows.some((row) => states(row.then));
            case 'vague':
                return states(rule.condition);
            case 'repeated':
                return states(rule.of);
            case 'presence':
                return rule.aspect !== 'planned' && (rule.what.index || (rule.what.term !== null && below.has(nameKey(rule.what.term))));
            case 'elapsed':
                return !rule.orNever && (rule.since.index || (rule.since.term !== null && below.has(nameKey(rule.since.term))));
            case 'grade':
                return rule.of !== null && (rule.of.index || (rule.of.term !== null && below.has(nameKey(rule.of.term))));
            case 'meets':
                return classifies(rule.criteria);
            case 'statement':
            case 'unspecified':
            case 'unresolved':
                return texts(rule.text);
            case 'reference': {
                const definition = document.definitions.find(({ id }) => nameKey(id) === nameKey(rule.definition));
                if (definition === undefined || open.has(definition.id)) return false;
                open.add(definition.id);
                const found = states(definition.rule);
                open.delete(definition.id);
                return found;
            }
            default:
                return false;
        }
    };
    return states;
}

function reportCohort({ files, scope, report }: ModelCheckInput, cohort: Cohort, disease: string): void {
    for (const [index, file] of files.entries()) {
        const node = file.symbols.cohorts.find((candidate) => candidate.name === cohort.id);
        if (node === undefined) continue;
        const source = file.source.asFile(index);
        const end = node.$cstNode?.end ?? 0;
        const id = freeId(`${cohort.id}-diagnosis`, scope.criteria);
        report({
            message: `No inclusion criterion of '${cohort.id}' asks for ${disease} or for classification criteria of it, so a site cannot tell how the diagnosis is made. State it in a criterion (diagnosed with ${writeName(disease)}; meets …), or acknowledge with a reason that the cohort says enough: accept cohort-without-diagnosis "…".`,
            range: rangeOfPart(source, node, partOf(node, 'name')),
            cohort: cohort.id,
            criteria: [`${cohort.id}.index`],
            fixes: [
                {
                    title: `Add an inclusion criterion '${id}'`,
                    edits: [
                        {
                            range: source.range(end, end),
                            newText: `\n\ninclude ${id} ${quoteText(`Diagnosis of ${disease}`)} for ${cohort.id} {\n  diagnosed with ${writeName(disease)}\n}`,
                        },
                    ],
                },
            ],
        });
        return;
    }
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
    if (!taken.has(wanted)) return wanted;
    for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
